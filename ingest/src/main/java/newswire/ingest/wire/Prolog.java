package newswire.ingest.wire;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the first element of an XML text. */
final class Prolog {

  private static final Pattern ELEMENT =
      Pattern.compile("\\G(?:[\\w.-]{1,64}:)?([A-Za-z_][\\w.-]{0,63})");

  private Prolog() {}

  /** Where the first element begins; the length of {@code text} if there is none. */
  static int end(String text) {
    int at = 0;
    while ((at = text.indexOf('<', at)) >= 0) {
      if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at);
        at = end < 0 ? text.length() : end;
      } else if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
        return at;
      } else {
        at++;
      }
    }
    return text.length();
  }

  /** Local name of the first element, lower case; empty if none has begun. */
  static String root(String text) {
    Matcher name = ELEMENT.matcher(text);
    int start = Math.min(end(text) + 1, text.length());
    return name.find(start) ? name.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
