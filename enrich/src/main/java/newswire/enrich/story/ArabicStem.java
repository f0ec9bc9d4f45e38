package newswire.enrich.story;

/**
 * Light stems of Arabic words: letters of several spellings as one, conjunction, preposition and
 * article cut from the front, endings of number, gender and possession from the end (after light10
 * of Larkey, Ballesteros and Connell 2002).
 */
final class ArabicStem {

  private static final String[] FRONTS = {"وال", "بال", "كال", "فال", "لل", "ال"};
  private static final String[] ENDS = {"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"};
  private static final int FEWEST_LEFT = 3;

  private ArabicStem() {}

  /** Of a folded word. */
  static String of(String word) {
    String stem = withoutFront(word);
    for (String end : ENDS) {
      if (stem.endsWith(end) && stem.length() - end.length() >= FEWEST_LEFT) {
        return stem.substring(0, stem.length() - end.length());
      }
    }
    return stem;
  }

  private static String withoutFront(String word) {
    for (String front : FRONTS) {
      if (word.startsWith(front) && word.length() - front.length() >= FEWEST_LEFT - 1) {
        return word.substring(front.length());
      }
    }
    return word.startsWith("و") && word.length() > FEWEST_LEFT ? word.substring(1) : word;
  }
}
