package newswire.enrich.entities;

/** What may stand between two words of one name, and where a name may begin and end. */
final class Gaps {

  private static final int WIDEST = 3;

  /** In letters, of a word whose dot does not end a sentence. */
  private static final int LONGEST_SHORTENED = 3;

  private Gaps() {}

  /** Whether the token after {@code token} may go on with a name. */
  static boolean continues(Tokens tokens, int token) {
    int from = tokens.end(token);
    int to = tokens.start(token + 1);
    if (to - from > WIDEST) {
      return false;
    }
    byte kind = tokens.kind(token);
    boolean unspaced = kind == Letters.UNSPACED && tokens.kind(token + 1) == Letters.UNSPACED;
    for (int i = from; i < to; i++) {
      char c = tokens.text().charAt(i);
      boolean joins = unspaced ? isDot(c) : joins(c, kind, tokens.to(token) - tokens.from(token));
      if (!joins && Letters.kind(c) != Letters.UNSEEN) {
        return false;
      }
    }
    return true;
  }

  private static boolean joins(char c, byte kind, int letters) {
    return switch (c) {
      case '.' -> letters <= LONGEST_SHORTENED;
      case '"', '״', '׳' -> kind == Letters.HEBREW;
      case '\'', '’', 'ʼ', '`', '&', '/' -> true;
      default -> isDot(c) || isSpaceOrDash(c);
    };
  }

  private static boolean isSpaceOrDash(char c) {
    int type = Character.getType(c);
    return type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION;
  }

  private static boolean isDot(char c) {
    return c == '·' || c == '・' || c == '‧' || c == '•' || c == '﹒' || c == '＝' || c == '゠';
  }

  /**
   * Whether no word of a script without spaces is cut at either end: a katakana name has to be all
   * of its run, and a Thai one ends where a syllable ends.
   *
   * @param end the token after the last
   */
  static boolean isWhole(Tokens tokens, int first, int end) {
    return !isCut(tokens, first - 1, first) && !isCut(tokens, end - 1, end);
  }

  private static boolean isCut(Tokens tokens, int left, int right) {
    if (left < 0
        || right >= tokens.size()
        || tokens.kind(right) != Letters.UNSPACED
        || tokens.end(left) != tokens.start(right)) {
      return false;
    }
    char next = tokens.text().charAt(tokens.start(right));
    return continues(next) || isKatakana(next) && isKatakana(lastLetter(tokens, left));
  }

  private static char lastLetter(Tokens tokens, int token) {
    return tokens.text().charAt(tokens.start(token));
  }

  private static boolean isKatakana(char c) {
    return c >= 0x30A1 && c <= 0x30FA || c == 0x30FC;
  }

  /** The Thai and Lao vowels that are written after their consonant. */
  private static boolean continues(char c) {
    return c >= 0x0E30 && c <= 0x0E33 || c >= 0x0EB0 && c <= 0x0EB3;
  }
}
