package newswire.enrich.language;

import com.ibm.icu.text.Normalizer2;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is left of a text for telling its language: NFKC, without addresses, handles, digits and
 * signs.
 *
 * @param text words, one space between them
 * @param counts how many letters there are of each script
 */
record Letters(String text, Map<Script, Integer> counts) {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Pattern NOISE =
      Pattern.compile("https?://\\S+|www\\.\\S+|\\S+@\\S+|(?<![\\p{L}\\p{N}])[@#]\\S+");
  private static final int START = 400;
  private static final int MIDDLE = 300;
  private static final int LONG = 1_600;

  /** A sample of {@code text}: its first 400 letters, of long texts also 300 from the middle. */
  static Letters sample(String text) {
    StringBuilder sample = new StringBuilder(START + MIDDLE + 2);
    Map<Script, Integer> counts = new EnumMap<>(Script.class);
    take(text, 0, START, sample, counts);
    if (text.length() > LONG) {
      sample.append(' ');
      take(text, text.length() / 2, MIDDLE, sample, counts);
    }
    return new Letters(sample.toString().strip(), counts);
  }

  int of(Script script) {
    return counts.getOrDefault(script, 0);
  }

  int count() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void take(
      String text, int from, int letters, StringBuilder sample, Map<Script, Integer> counts) {
    // Noise and digits are taken out of somewhat more than is wanted, never of a whole book.
    int start = from == 0 ? 0 : afterGap(text, from);
    int end = text.offsetByCodePoints(start, Math.min(letters * 4, left(text, start, letters * 4)));
    String part = NFKC.normalize(NOISE.matcher(text.substring(start, end)).replaceAll(" "));
    int taken = 0;
    int at = 0;
    while (at < part.length() && taken < letters) {
      int c = part.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isLetter(c)) {
        sample.appendCodePoint(c);
        counts.merge(Script.of(c), 1, Integer::sum);
        taken++;
      } else if (isWithinWord(c)) {
        sample.appendCodePoint(c);
      } else if (!sample.isEmpty() && sample.charAt(sample.length() - 1) != ' ') {
        sample.append(' ');
      }
    }
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

  private static boolean isWithinWord(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\''
        || c == 0x2019
        || c == 0x200C;
  }
}
