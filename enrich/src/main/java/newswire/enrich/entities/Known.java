package newswire.enrich.entities;

import java.util.Locale;

/** A name in an index, with what a place in a text must fulfil beyond having its letters. */
final class Known {

  private static final int FREE = 0;
  private static final int CAPITAL = 1;
  private static final int CAPITALS = 2;

  /** In letters. */
  private static final int SHORT = 5;

  /** Words in capitals beside an abbreviation. */
  private static final int SHOUTED = 3;

  private final Name name;
  private final String writing;
  private final String[] words;
  private final int[] casing;
  private final String exact;
  private final boolean cut;
  private final boolean accented;

  /**
   * A name.
   *
   * @param cut whether it is known by what is left of it without its own endings
   */
  Known(Name name, Tokens tokens, boolean cut) {
    this.name = name;
    this.cut = cut;
    this.writing = Tokens.writing(name.text());
    this.words = new String[tokens.size()];
    this.casing = new int[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      casing[i] = casing(tokens, i);
      words[i] =
          casing[i] == CAPITALS
              ? name.text().substring(tokens.start(i), tokens.end(i))
              : tokens.fold(i);
    }
    this.accented = isAccented(tokens);
    this.exact = name.text().substring(tokens.start(0), tokens.end(words.length - 1));
  }

  /** Whether it is a short word that is another one without its accents, as Irã is. */
  private static boolean isAccented(Tokens tokens) {
    String fold = tokens.fold(0);
    String word = tokens.text().substring(tokens.start(0), tokens.end(0));
    return tokens.size() == 1
        && tokens.kind(0) == Letters.LATIN
        && fold.length() <= SHORT
        && !fold.equals(word.toLowerCase(Locale.ROOT));
  }

  private static int casing(Tokens tokens, int token) {
    if (!Letters.isCased(tokens.kind(token)) || !tokens.startsUpper(token)) {
      return FREE;
    }
    boolean several = tokens.end(token) - tokens.start(token) > 1;
    return several && tokens.isUpper(token) ? CAPITALS : CAPITAL;
  }

  Name name() {
    return name;
  }

  boolean isCut() {
    return cut;
  }

  /** All words folded. */
  String writing() {
    return writing;
  }

  int size() {
    return words.length;
  }

  /** A capital stays a capital, and an abbreviation in capitals is one throughout. */
  boolean isWritten(Tokens tokens, int first) {
    for (int i = 0; i < casing.length; i++) {
      int start = tokens.start(first + i);
      if (casing[i] == CAPITAL && !tokens.startsUpper(first + i)
          || casing[i] == CAPITALS && !tokens.text().startsWith(words[i], start)) {
        return false;
      }
    }
    if (accented
        && !tokens.text().regionMatches(true, tokens.start(first), exact, 0, exact.length())) {
      return false;
    }
    return !name.use().demonym() || !endsInAlef(tokens, first + casing.length - 1);
  }

  /**
   * "Right hand" is written like "Yemeni" but for its last letter, which folding makes the same.
   */
  private static boolean endsInAlef(Tokens tokens, int token) {
    return tokens.text().charAt(tokens.end(token) - 1) == 'ى';
  }

  /** Whether the text has the name letter by letter. */
  boolean isExactly(Tokens tokens, int first, int start) {
    int end = tokens.end(first + casing.length - 1);
    boolean same = end - start == exact.length() && tokens.text().startsWith(exact, start);
    return same && !(casing.length == 1 && casing[0] == CAPITALS && isShouted(tokens, first));
  }

  /** Whether it stands among words in capitals, where an abbreviation looks like any other word. */
  private static boolean isShouted(Tokens tokens, int token) {
    int first = token;
    while (first > 0 && isCapitals(tokens, first - 1) && isSpace(tokens, first - 1)) {
      first--;
    }
    int last = token;
    while (last + 1 < tokens.size() && isCapitals(tokens, last + 1) && isSpace(tokens, last)) {
      last++;
    }
    return last - first >= SHOUTED;
  }

  private static boolean isCapitals(Tokens tokens, int token) {
    return casing(tokens, token) == CAPITALS;
  }

  /** Whether nothing but one space stands after a token. */
  private static boolean isSpace(Tokens tokens, int token) {
    return tokens.start(token + 1) - tokens.end(token) == 1
        && tokens.text().charAt(tokens.end(token)) == ' ';
  }

  /** Words that have their consonants in common also begin alike and are about as long. */
  boolean isAlike(Tokens tokens, int first, Form form) {
    for (int i = 0; i < words.length; i++) {
      String word = (i == 0 ? form : Form.WHOLE).letters(tokens, first + i);
      if (word.charAt(0) != words[i].charAt(0) || Math.abs(word.length() - words[i].length()) > 2) {
        return false;
      }
    }
    return true;
  }
}
