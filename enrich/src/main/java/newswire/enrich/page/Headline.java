package newswire.enrich.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparisons of headlines as they stand in different places of one page. */
final class Headline {

  private static final int CUT_FROM = 12;
  private static final Pattern LAST_PART =
      Pattern.compile("^(.+\\S)\\s*(?:\\s[-–—|•·:/»]{1,2}\\s|[|｜])\\s*([^|]{1,60})$");

  private Headline() {}

  /**
   * The headline among what a page offers, each without the outlet's name, empty if missing. Where
   * two of the dialects agree but for the third, one template has filled the two from one field,
   * and the third is what an editor wrote; a mere beginning is not.
   *
   * @param heading the visible one
   * @param linked of JSON-LD
   * @param shared of OpenGraph
   * @param titled of the title element
   */
  static String of(String heading, String linked, String shared, String titled) {
    if (linked.isEmpty() || shared.isEmpty()) {
      String claimed = Claims.first(linked, shared, titled, heading);
      return begins(heading, claimed) ? heading : claimed;
    }
    boolean longer = begins(shared, linked);
    if (same(heading, linked)) {
      return same(shared, linked) || longer ? linked : shared;
    }
    return same(heading, shared) && begins(linked, shared) ? shared : linked;
  }

  static boolean same(String one, String other) {
    return !one.isEmpty()
        && mayBegin(one, other)
        && CleanText.skeleton(one).equals(CleanText.skeleton(other));
  }

  /** Whether {@code cut} is the beginning of {@code whole}, long enough not to be so by chance. */
  static boolean begins(String whole, String cut) {
    if (!mayBegin(whole, cut)) {
      return false;
    }
    String start = CleanText.skeleton(cut);
    return start.length() >= CUT_FROM && CleanText.skeleton(whole).startsWith(start);
  }

  /** Whether both may begin with the same letter: tells most pairs apart without folding them. */
  private static boolean mayBegin(String one, String other) {
    int a = firstLetter(one);
    int b = firstLetter(other);
    boolean ascii = a < 0x80 && b < 0x80;
    return !ascii || Character.toLowerCase(a) == Character.toLowerCase(b);
  }

  private static int firstLetter(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        return c;
      }
      at += Character.charCount(c);
    }
    return -1;
  }

  /** The title without the outlet's name, where the name or the visible heading says it is one. */
  static String withoutOutlet(String title, String outlet, String heading) {
    String rest = title;
    Matcher parts = LAST_PART.matcher(rest);
    while (!same(rest, heading) && parts.matches()) {
      boolean named = same(parts.group(2), outlet);
      boolean seen = same(parts.group(1), heading) || begins(parts.group(1), heading);
      if (!named && !seen) {
        return rest;
      }
      rest = parts.group(1);
      parts = LAST_PART.matcher(rest);
    }
    return rest;
  }
}
