package newswire.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Times of day told in two halves. */
final class Meridiem {

  private static final String BEFORE_NOON = "a\\.?m\\.?|上午|午前|오전|ص|ق\\.ظ\\.?|πμ|π\\.μ\\.";
  private static final String AFTER_NOON = "p\\.?m\\.?|下午|午後|오후|م|ب\\.ظ\\.?|μμ|μ\\.μ\\.";
  private static final String HALF = "(" + BEFORE_NOON + "|" + AFTER_NOON + ")";
  private static final Pattern TIME =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d:])(?:"
              + HALF
              + " ?)?(\\d{1,2})(:\\d{2}(?::\\d{2})?)(?: ?"
              + HALF
              + "(?!\\p{L}))?");
  private static final Pattern IS_AFTER = Pattern.compile("(?iu)" + AFTER_NOON);

  private Meridiem() {}

  /** The same text with its first time of day counted from midnight. */
  static String in24Hours(String text) {
    return TIME.matcher(text).replaceFirst(Meridiem::replaced);
  }

  private static String replaced(MatchResult m) {
    String half = m.group(1) == null ? m.group(4) : m.group(1);
    int hour = Integer.parseInt(m.group(2));
    if (half == null || hour == 0 || hour > 12) {
      return half == null ? m.group() : m.group(2) + m.group(3);
    }
    boolean after = IS_AFTER.matcher(half).matches();
    int of24 = hour % 12 + (after ? 12 : 0);
    return String.format(Locale.ROOT, "%02d%s", of24, m.group(3));
  }
}
