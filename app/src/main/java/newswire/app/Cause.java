package newswire.app;

import java.util.regex.Pattern;

/**
 * What many failures have in common: the reason without what differs from one record to the next.
 *
 * @param text on one line
 */
record Cause(String text) {

  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST = 200;

  private static final Pattern ADDRESS =
      Pattern.compile("\\p{Alpha}[\\p{Alnum}+.-]{1,15}://[^\\s\"'<>]+");
  private static final Pattern PATH =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:[A-Za-z]:)?[^\\s:\"']*[/\\\\][^\\s:\"']*(:\\p{Nd}+)?");
  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"]*\"|(?<![\\p{L}\\p{N}])'[^']*'|“[^”]*”|«[^»]*»|「[^」]*」");
  private static final Pattern HEX =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?=[A-Fa-f-]*[0-9])[0-9A-Fa-f][0-9A-Fa-f-]{7,}(?![\\p{L}\\p{N}])");
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)*");

  /** Of a reason: addresses, paths, quotations, hashes and numbers are left out. */
  static Cause of(String reason) {
    String text = Sheet.quoted(reason, LONGEST_REASON);
    text = ADDRESS.matcher(text).replaceAll("…");
    text = QUOTED.matcher(text).replaceAll("“…”");
    text = PATH.matcher(text).replaceAll("…");
    text = HEX.matcher(text).replaceAll("#");
    text = NUMBER.matcher(text).replaceAll("#");
    text = Sheet.quoted(text.strip(), LONGEST);
    return new Cause(text.isEmpty() ? "no reason given" : text);
  }
}
