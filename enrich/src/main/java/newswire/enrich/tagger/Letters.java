package newswire.enrich.tagger;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;

/** What kind of character each UTF-16 unit is, and what it is folded to; tables, for speed. */
final class Letters {

  static final byte SPACE = 0;
  static final byte PUNCT = 1;
  static final byte DIGIT = 2;
  static final byte LOWER = 3;
  static final byte UPPER = 4;
  static final byte UNCASED = 5;

  /** Marks, tatweel and format characters: part of a word, but not of its hash. */
  static final byte UNSEEN = 6;

  /** From here on a letter is a token of its own. */
  static final byte HAN = 7;

  static final byte HIRAGANA = 8;
  static final byte KATAKANA = 9;
  static final byte HANGUL = 10;

  /** Thai, Lao, Khmer, Burmese. */
  static final byte UNSPACED = 11;

  static final byte NEWLINE = 12;

  private static final byte[] KINDS = new byte[1 << 16];
  private static final char[] FOLDED = new char[1 << 16];

  static {
    Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = c >= 0xD800 && c < 0xE000 ? UNCASED : kindOf(c);
      FOLDED[c] = fold((char) c);
      if (c >= 0x4E00 && c < 0xA000) {
        FOLDED[c] = simplify.transliterate(String.valueOf((char) c)).charAt(0);
      }
    }
  }

  private Letters() {}

  static byte kind(char c) {
    return KINDS[c];
  }

  /** Kind of a code point outside the basic plane. */
  static byte kindOf(int c) {
    if (c == '\n' || c == 0x2029) {
      return NEWLINE;
    }
    if (c == 0x30FC) {
      return KATAKANA;
    }
    if (c == 0x3005 || c == 0x3007) {
      return HAN;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER -> LOWER;
      case Character.OTHER_LETTER, Character.MODIFIER_LETTER -> c == 0x640 ? UNSEEN : letter(c);
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          UNSEEN;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.CONTROL -> SPACE;
      default -> PUNCT;
    };
  }

  private static byte letter(int c) {
    return switch (UScript.getScript(c)) {
      case UScript.HAN -> HAN;
      case UScript.HIRAGANA -> HIRAGANA;
      case UScript.KATAKANA -> KATAKANA;
      case UScript.HANGUL -> HANGUL;
      case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> UNSPACED;
      default -> UNCASED;
    };
  }

  /** Lower case; Arabic letters of all spellings alike; Han simplified; every digit a zero. */
  static char folded(char c) {
    return FOLDED[c];
  }

  private static char fold(char c) {
    if (KINDS[c] == DIGIT) {
      return '0';
    }
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی', 'ې', 'ۍ' -> 'ي';
      case 'ک', 'ڪ' -> 'ك';
      case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ' -> 'ه';
      case 'ё', 'Ё' -> 'е';
      default -> Character.toLowerCase(c);
    };
  }

  /** Whether the unit belongs to a word that runs on. */
  static boolean isWord(byte kind) {
    return kind >= DIGIT && kind <= UNSEEN;
  }

  static boolean standsAlone(byte kind) {
    return kind >= HAN && kind <= UNSPACED;
  }
}
