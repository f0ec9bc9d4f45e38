package newswire.enrich.entities;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;

/**
 * What kind of character a code point is, and what it is folded to: lower case without accents;
 * alef, yeh, kaf and heh of all Arabic spellings alike; traditional Chinese characters simplified;
 * digits of all scripts ASCII.
 */
final class Letters {

  static final byte NONE = 0;
  static final byte MARK = 1;

  /** Joiners, direction marks and soft hyphens, which do not end a word. */
  static final byte UNSEEN = 2;

  static final byte DIGIT = 3;
  static final byte LATIN = 4;
  static final byte CYRILLIC = 5;
  static final byte GREEK = 6;
  static final byte ARMENIAN = 7;
  static final byte ARABIC = 8;
  static final byte HEBREW = 9;
  static final byte HANGUL = 10;

  /** Scripts without spaces: every character is a token. */
  static final byte UNSPACED = 11;

  static final byte OTHER = 12;

  static final int KINDS = 13;

  /** The fold of a character that is left out. */
  static final char DROPPED = 0;

  /** The fold of a character that more than one comes of. */
  static final char LONG = 0xFFFF;

  private static final int BMP = 0x10000;
  private static final char TATWEEL = 0x0640;

  /** One more than the kind; 0 until it is asked for. */
  private static final byte[] KNOWN = new byte[BMP];

  private static final char MORE_CASED = 0x1E00;
  private static final char[] CASED = cased(0, 0x0590);
  private static final char[] MORE = cased(MORE_CASED, 0x0200);

  private Letters() {}

  static byte kind(int c) {
    if (c >= BMP) {
      return kindOf(c);
    }
    byte known = KNOWN[c];
    if (known == 0) {
      // Threads that meet here write the same.
      known = (byte) (kindOf(c) + 1);
      KNOWN[c] = known;
    }
    return (byte) (known - 1);
  }

  static boolean isCased(byte kind) {
    return kind >= LATIN && kind <= ARMENIAN;
  }

  /** The fold of one character of the basic plane, {@link #DROPPED} or {@link #LONG}. */
  static char fold(char c, byte kind) {
    if (kind == DIGIT) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (c < CASED.length) {
      return CASED[c];
    }
    if (c >= MORE_CASED && c < MORE_CASED + MORE.length) {
      return MORE[c - MORE_CASED];
    }
    return switch (kind) {
      case ARABIC -> c >= 0xFB50 ? LONG : arabic(c);
      case HEBREW -> c >= 0xFB00 ? LONG : c;
      case LATIN -> c >= 0xFF00 ? (char) UCharacter.foldCase(c - 0xFEE0, true) : LONG;
      case CYRILLIC, GREEK, ARMENIAN -> LONG;
      case UNSPACED -> c >= 0xF900 ? LONG : Han.SIMPLE[c];
      case HANGUL -> c >= 0xAC00 && c <= 0xD7A3 ? c : LONG;
      case MARK -> mark(c);
      default -> other(c);
    };
  }

  /** The slow way, for what {@link #fold} calls {@link #LONG} and for other planes. */
  static String foldLong(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      char folded = Character.isSurrogate(c) ? c : fold(c, kind(c));
      if (folded == LONG) {
        appendParts(String.valueOf(c), out);
      } else if (folded != DROPPED) {
        out.append(folded);
      }
    }
    return out.toString();
  }

  private static void appendParts(String letter, StringBuilder out) {
    String parts = Normalizer.normalize(UCharacter.foldCase(letter, true), Normalizer.Form.NFKD);
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      char folded = fold(c, kind(c));
      if (folded != DROPPED) {
        out.append(folded == LONG ? c : folded);
      }
    }
  }

  private static char arabic(char c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی', 'ئ', 'ې', 'ۍ' -> 'ي';
      case 'ؤ' -> 'و';
      case 'ک', 'ڪ' -> 'ك';
      case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ' -> 'ه';
      case TATWEEL -> DROPPED;
      default -> c;
    };
  }

  /** Vowel signs count where a script has no other vowels; Arabic and Hebrew points do not. */
  private static char mark(char c) {
    if (c < 0x0900 || c == 0x093C || c == 0x09BC || c >= 0x1AB0 && c < 0x2100 || c >= 0xFE00) {
      return DROPPED;
    }
    return c == 0x0901 ? 0x0902 : c;
  }

  private static char other(char c) {
    boolean hasNukta = c >= 0x0958 && c <= 0x095F || c >= 0x09DC && c <= 0x09DF;
    return hasNukta || c >= 0xF900 ? LONG : c;
  }

  private static byte kindOf(int c) {
    int type = Character.getType(c);
    if (c == TATWEEL || type == Character.NON_SPACING_MARK) {
      return MARK;
    }
    if (type == Character.COMBINING_SPACING_MARK) {
      return MARK;
    }
    if (type == Character.FORMAT) {
      return UNSEEN;
    }
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return DIGIT;
    }
    return Character.isLetter(c) || c == 0x30FC || c == 0x3007 ? script(c) : NONE;
  }

  private static byte script(int c) {
    if (c == 0x30FC || c == 0x3007) {
      return UNSPACED;
    }
    return switch (UScript.getScript(c)) {
      case UScript.LATIN -> LATIN;
      case UScript.CYRILLIC -> CYRILLIC;
      case UScript.GREEK -> GREEK;
      case UScript.ARMENIAN -> ARMENIAN;
      case UScript.ARABIC -> ARABIC;
      case UScript.HEBREW -> HEBREW;
      case UScript.HANGUL -> HANGUL;
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR ->
          UNSPACED;
      default -> OTHER;
    };
  }

  /** Folds of the letters of cased scripts and of the marks on them. */
  private static char[] cased(int first, int count) {
    char[] folds = new char[count];
    for (int i = 0; i < count; i++) {
      folds[i] = isCased(kind(first + i)) ? casedFold((char) (first + i)) : DROPPED;
    }
    return folds;
  }

  private static char casedFold(char c) {
    if (c == 'й' || c == 'Й') {
      // A letter of its own, not an accented one.
      return 'й';
    }
    String all =
        Normalizer.normalize(UCharacter.foldCase(String.valueOf(c), true), Normalizer.Form.NFKD);
    String letters =
        all.codePoints()
            .filter(Character::isLetter)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (letters.length() != 1) {
      return letters.isEmpty() ? DROPPED : LONG;
    }
    return letters.charAt(0) == 'ı' ? 'i' : letters.charAt(0);
  }

  /** Made when the first text in such a script comes. */
  private static final class Han {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;
    private static final char[] SIMPLE = simple();

    private static char[] simple() {
      char[] simple = new char[BMP];
      StringBuilder all = new StringBuilder();
      for (char c = 0; c < BMP - 1; c++) {
        simple[c] = c;
        if (c >= FIRST && c <= LAST) {
          all.append(c).append('\n');
        }
      }
      String made = Transliterator.getInstance("Hant-Hans").transliterate(all.toString());
      if (made.length() == all.length()) {
        for (int i = 0; i < made.length(); i += 2) {
          simple[FIRST + i / 2] = made.charAt(i);
        }
      }
      simple['ヶ'] = 'ケ';
      return simple;
    }
  }
}
