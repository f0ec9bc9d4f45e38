package newswire.enrich.sketch;

import com.ibm.icu.lang.UCharacter;
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

  private static final String NUMBER_JOINS = ".,:'٫٬";
  private static final int CHARS_A_TOKEN = 4;

  private final char[] joined;
  private int length;
  private int[] ends;
  private boolean[] joins;
  private boolean[] digits;
  private int count;
  private int wordStart;

  /** Code points since the last token, the latest of them, both for numbers such as 1.5. */
  private int gap;

  private int separator;

  private Tokens(int textLength) {
    joined = new char[2 * textLength + 1];
    ends = new int[textLength / CHARS_A_TOKEN + 1];
    joins = new boolean[ends.length];
    digits = new boolean[ends.length];
  }

  static Tokens of(String text) {
    String nfkc = Normalizer2.getNFKCInstance().normalize(text);
    String lower = UCharacter.toLowerCase(ULocale.ROOT, nfkc);
    Tokens tokens = new Tokens(lower.length());
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
    return new String(joined, 0, length);
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
    return joined[index];
  }

  /** Whether nothing but one decimal or grouping mark stands before the token. */
  boolean joinsPrevious(int token) {
    return joins[token];
  }

  boolean hasDigits(int token) {
    return digits[token];
  }

  private void add(int point) {
    switch (Letters.kind(point)) {
      case Letters.IGNORED -> {}
      case Letters.LETTER -> append(Letters.folded(point));
      case Letters.DIGIT -> {
        append(Letters.folded(point));
        digits[count] = true;
      }
      case Letters.UNSPACED -> {
        endWord();
        append(point);
        endWord();
      }
      case Letters.MARK -> {
        if (inWord()) {
          append(point);
        } else {
          separate(point);
        }
      }
      default -> separate(point);
    }
  }

  private void separate(int point) {
    endWord();
    gap++;
    separator = point;
  }

  private boolean inWord() {
    return length > wordStart;
  }

  // The room is enough: every code point gives one at most, and no more spaces than code points.
  private void append(int point) {
    if (!inWord()) {
      startWord();
    }
    length += Character.toChars(point, joined, length);
  }

  private void startWord() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      joins = Arrays.copyOf(joins, 2 * count);
      digits = Arrays.copyOf(digits, 2 * count);
    }
    joins[count] = gap == 1 && NUMBER_JOINS.indexOf(separator) >= 0;
    gap = 0;
    if (count > 0) {
      joined[length++] = ' ';
      wordStart = length;
    }
  }

  private void endWord() {
    if (inWord()) {
      ends[count++] = length;
      wordStart = length;
    }
  }
}
