package newswire.enrich.sketch;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;

/**
 * A text as the tokens by which copies are recognised: NFKC, lower case, Arabic and Persian
 * spelling folded, Cyrillic yo as ye, digits in ASCII, split at all that is neither letter, mark
 * nor digit; Han, kana, Thai, Khmer, Lao and Myanmar give one token a code point.
 *
 * <p>Part of the data format: a change needs a new {@link Fingerprint#VERSION}.
 */
final class Tokens {

  private static final int FIRST_UNSPACED = 0x0E00;
  private static final String NUMBER_JOINS = ".,:'٫٬";

  private final StringBuilder joined = new StringBuilder();
  private int[] ends = new int[64];
  private boolean[] joins = new boolean[64];
  private int count;
  private int wordStart;

  /** Code points since the last token, the latest of them, both for numbers such as 1.5. */
  private int gap;

  private int separator;

  private Tokens() {}

  static Tokens of(String text) {
    String nfkc = Normalizer2.getNFKCInstance().normalize(text);
    String lower = UCharacter.toLowerCase(ULocale.ROOT, nfkc);
    Tokens tokens = new Tokens();
    for (int i = 0; i < lower.length(); ) {
      int point = lower.codePointAt(i);
      tokens.add(point);
      i += Character.charCount(point);
    }
    tokens.endWord();
    return tokens;
  }

  int size() {
    return count;
  }

  /** All tokens separated by spaces. */
  String joined() {
    return joined.toString();
  }

  List<String> list() {
    return count == 0 ? List.of() : Arrays.asList(joined().split(" "));
  }

  int start(int token) {
    return token == 0 ? 0 : ends[token - 1] + 1;
  }

  int end(int token) {
    return ends[token];
  }

  char charAt(int index) {
    return joined.charAt(index);
  }

  /** Whether nothing but one decimal or grouping mark stands before the token. */
  boolean joinsPrevious(int token) {
    return joins[token];
  }

  private void add(int point) {
    if (point < 0x80 ? addAscii(point) : isIgnored(point)) {
      return;
    }
    int digit = UCharacter.digit(point);
    if (digit >= 0) {
      append('0' + digit);
    } else if (isUnspaced(point)) {
      endWord();
      append(point);
      endWord();
    } else if (UCharacter.isLetter(point) || isMark(point) && inWord()) {
      append(folded(point));
    } else {
      separate(point);
    }
  }

  private boolean addAscii(int point) {
    if (point >= 'a' && point <= 'z' || point >= '0' && point <= '9') {
      append(point);
    } else {
      separate(point);
    }
    return true;
  }

  private void separate(int point) {
    endWord();
    gap++;
    separator = point;
  }

  private boolean inWord() {
    return joined.length() > wordStart;
  }

  private void append(int point) {
    if (!inWord()) {
      startWord();
    }
    joined.appendCodePoint(point);
  }

  private void startWord() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      joins = Arrays.copyOf(joins, 2 * count);
    }
    joins[count] = gap == 1 && NUMBER_JOINS.indexOf(separator) >= 0;
    gap = 0;
    if (count > 0) {
      joined.append(' ');
      wordStart = joined.length();
    }
  }

  private void endWord() {
    if (inWord()) {
      ends[count++] = joined.length();
      wordStart = joined.length();
    }
  }

  private static int folded(int point) {
    return switch (point) {
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
