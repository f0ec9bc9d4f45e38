package newswire.enrich.sketch;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;

/** What a code point is to the tokens, looked up for the basic plane and worked out beyond it. */
final class Letters {

  /** Stands between tokens. */
  static final byte SEPARATOR = 0;

  /** Stands in a token without being part of it. */
  static final byte IGNORED = 1;

  static final byte DIGIT = 2;
  static final byte LETTER = 3;

  /** Part of a word that has begun; a separator elsewhere. */
  static final byte MARK = 4;

  /** A token of its own. */
  static final byte UNSPACED = 5;

  private static final int PLANE = 0x10000;
  private static final int FIRST_UNSPACED = 0x0E00;
  private static final byte[] KINDS = new byte[PLANE];
  private static final char[] FOLDED = new char[PLANE];

  static {
    for (int point = 0; point < PLANE; point++) {
      KINDS[point] = findKind(point);
      FOLDED[point] = (char) fold(point);
    }
  }

  private Letters() {}

  static byte kind(int point) {
    return point < PLANE ? KINDS[point] : findKind(point);
  }

  /** Digits in ASCII, letters in the one spelling of several. */
  static int folded(int point) {
    return point < PLANE ? FOLDED[point] : fold(point);
  }

  private static byte findKind(int point) {
    if (isIgnored(point)) {
      return IGNORED;
    } else if (UCharacter.digit(point) >= 0) {
      return DIGIT;
    } else if (isUnspaced(point)) {
      return UNSPACED;
    } else if (UCharacter.isLetter(point)) {
      return LETTER;
    }
    return isMark(point) ? MARK : SEPARATOR;
  }

  private static int fold(int point) {
    int digit = UCharacter.digit(point);
    return digit >= 0
        ? '0' + digit
        : switch (point) {
          case 'آ', 'أ', 'إ', 'ٱ' -> 'ا';
          case 'ة', 'ہ', 'ھ', 'ۀ' -> 'ه';
          case 'ى', 'ی', 'ئ' -> 'ي';
          case 'ؤ' -> 'و';
          case 'ک' -> 'ك';
          case 'ё' -> 'е';
          default -> point;
        };
  }

  // Tatweel, harakat and Koranic marks; and format characters such as ZWNJ, bidi marks, soft
  // hyphen.
  private static boolean isIgnored(int point) {
    return point == 0x0640
        || point >= 0x064B && point <= 0x065F
        || point == 0x0670
        || point >= 0x06D6 && point <= 0x06DC
        || point >= 0x06DF && point <= 0x06E8
        || point >= 0x06EA && point <= 0x06ED
        || UCharacter.getType(point) == UCharacterCategory.FORMAT;
  }

  private static boolean isMark(int point) {
    int type = UCharacter.getType(point);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK;
  }

  private static boolean isUnspaced(int point) {
    if (point < FIRST_UNSPACED || !UCharacter.isLetter(point) && !isMark(point)) {
      return false;
    }
    return switch (UScript.getScript(point)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.KHMER,
          UScript.LAO,
          UScript.MYANMAR ->
          true;
      default -> point == 'ー';
    };
  }
}
