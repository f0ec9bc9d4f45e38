package newswire.enrich.language;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

/**
 * What is left of a text for telling its language: NFKC, without addresses, handles, digits and
 * signs.
 */
final class Letters {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Pattern NOISE =
      Pattern.compile("https?://\\S+|www\\.\\S+|\\S+@\\S+|(?<![\\p{L}\\p{N}])[@#]\\S+");
  private static final int START = 400;
  private static final int MIDDLE = 300;
  private static final int LONG = 1_600;

  private static final byte WITHIN_WORD = -1;
  private static final byte BETWEEN_WORDS = -2;

  /** What a character of the basic plane is: the number of a letter's script, or one of these. */
  private static final byte[] KINDS = kinds();

  private final StringBuilder sample = new StringBuilder(START);
  private final int[] counts = new int[Script.values().length];
  private String text = "";
  private int count;

  private Letters() {}

  /** A sample of {@code text}: its first 400 letters, of long texts also 300 from the middle. */
  static Letters sample(String text) {
    Letters letters = new Letters();
    letters.take(text, 0, START);
    if (text.length() > LONG) {
      letters.sample.append(' ');
      letters.take(text, text.length() / 2, MIDDLE);
    }
    letters.text = letters.sample.toString().strip();
    return letters;
  }

  /** Counts the letters of a stretch as they stand, which is far cheaper; the text is empty. */
  static Letters counted(String text, int from, int to) {
    Letters letters = new Letters();
    for (int at = from; at < to; ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      byte kind = c < KINDS.length ? KINDS[c] : kind(c);
      if (kind >= 0) {
        letters.counts[kind]++;
        letters.count++;
      }
    }
    return letters;
  }

  /** Words, one space between them. */
  String text() {
    return text;
  }

  /** How many letters there are of a script. */
  int of(Script script) {
    return counts[script.ordinal()];
  }

  /** How many letters there are. */
  int count() {
    return count;
  }

  private void take(String all, int from, int letters) {
    // Noise and digits are taken out of somewhat more than is wanted, never of a whole book.
    int start = from == 0 ? 0 : afterGap(all, from);
    int end = all.offsetByCodePoints(start, Math.min(letters * 4, left(all, start, letters * 4)));
    String raw = all.substring(start, end);
    String part = NFKC.normalize(mayBeNoisy(raw) ? NOISE.matcher(raw).replaceAll(" ") : raw);
    int most = count + letters;
    int at = 0;
    while (at < part.length() && count < most) {
      int c = part.codePointAt(at);
      at += Character.charCount(c);
      byte kind = c < KINDS.length ? KINDS[c] : kind(c);
      if (kind >= 0) {
        sample.appendCodePoint(c);
        counts[kind]++;
        count++;
      } else if (kind == WITHIN_WORD) {
        sample.appendCodePoint(c);
      } else if (!sample.isEmpty() && sample.charAt(sample.length() - 1) != ' ') {
        sample.append(' ');
      }
    }
  }

  private static boolean mayBeNoisy(String text) {
    return text.indexOf('@') >= 0
        || text.indexOf('#') >= 0
        || text.contains("://")
        || text.contains("www.");
  }

  private static int left(String text, int start, int most) {
    int units = Math.min(text.length(), start + 2 * most);
    return text.codePointCount(start, units);
  }

  /** A surrogate pair is never cut, a word seldom. */
  private static int afterGap(String text, int from) {
    for (int i = from; i < Math.min(text.length(), from + 60); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = kind(c);
    }
    return kinds;
  }

  private static byte kind(int c) {
    if (Character.isLetter(c)) {
      return (byte) Script.of(c).ordinal();
    }
    return isWithinWord(c) ? WITHIN_WORD : BETWEEN_WORDS;
  }

  private static boolean isWithinWord(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\''
        || c == 0x2019
        || c == 0x200C;
  }
}
