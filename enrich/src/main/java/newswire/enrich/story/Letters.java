package newswire.enrich.story;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/** What a code point of a composed text is to the terms; the basic plane is looked up. */
final class Letters {

  /** Stands between words. */
  static final int SEPARATOR = -1;

  /** Stands in a word without being part of it. */
  static final int IGNORED = -2;

  private static final int PLANE = 0x10000;
  private static final int[] FOLDED = new int[PLANE];
  private static final boolean[] PAIRED = new boolean[PLANE];

  static {
    for (int point = 0; point < PLANE; point++) {
      FOLDED[point] = fold(point);
      PAIRED[point] = findPaired(point);
    }
  }

  private Letters() {}

  /** The letter or digit to keep, {@link #SEPARATOR} or {@link #IGNORED}. */
  static int folded(int point) {
    return point < PLANE ? FOLDED[point] : fold(point);
  }

  /** Whether its script gives pairs of characters instead of words. */
  static boolean isPaired(int point) {
    return point < PLANE ? PAIRED[point] : findPaired(point);
  }

  private static int fold(int point) {
    int digit = UCharacter.digit(point);
    if (digit >= 0) {
      return '0' + digit;
    }
    int type = UCharacter.getType(point);
    if (type == UCharacterCategory.FORMAT || point == 0x0640) {
      return IGNORED;
    }
    if (type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK) {
      return isAccent(point) ? IGNORED : point;
    }
    return UCharacter.isLetter(point) ? letter(unaccented(point)) : SEPARATOR;
  }

  private static int unaccented(int point) {
    String parts = Normalizer2.getNFDInstance().getDecomposition(point);
    if (parts == null) {
      return point;
    }
    int first = parts.codePointAt(0);
    boolean accented = parts.codePoints().skip(1).allMatch(Letters::isAccent);
    return accented ? first : point;
  }

  private static int letter(int point) {
    return switch (point) {
      case 'ٱ' -> 'ا';
      case 'ة', 'ہ', 'ھ' -> 'ه';
      case 'ى', 'ی' -> 'ي';
      case 'ک' -> 'ك';
      case 'đ' -> 'd';
      case 'ł' -> 'l';
      case 'ø' -> 'o';
      case 'ı' -> 'i';
      case 'ς' -> 'σ';
      default -> point;
    };
  }

  // Those of Latin, Greek and Cyrillic, and the vowel marks of Hebrew and Arabic with the hamza
  // that
  // decomposition parts from its seat; in other scripts a mark is a letter.
  private static boolean isAccent(int point) {
    return point >= 0x0300 && point <= 0x036F
        || point >= 0x0591 && point <= 0x05C7
        || point >= 0x064B && point <= 0x065F
        || point == 0x0670
        || point >= 0x06D6 && point <= 0x06ED;
  }

  private static boolean findPaired(int point) {
    return switch (UScript.getScript(point)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.HANGUL,
          UScript.THAI,
          UScript.KHMER,
          UScript.LAO,
          UScript.MYANMAR ->
          true;
      default -> point == 'ー';
    };
  }
}
