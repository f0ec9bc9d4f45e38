package newswire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Link header (RFC 8288). */
public final class LinkHeader {

  // Possessive throughout: a header that fits nowhere must not be tried in every way.
  private static final Pattern LINK =
      Pattern.compile(
          "<([^<>]*+)>((?:\\s*+;\\s*+[^\\s=;,\"]++\\s*+(?:=\\s*+(?:\"[^\"]*+\"|[^\",;]*+))?)*+)");
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*+([^\\s=;,\"]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\",;]*+))");

  private LinkHeader() {}

  /**
   * What it announces; a pure function that never fails.
   *
   * @param header all values, separated by commas
   * @param baseUrl what relative links are relative to
   */
  public static Announcement announced(String header, String baseUrl) {
    List<String> hubs = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    for (Matcher link = LINK.matcher(header); link.find(); ) {
      String rel = rel(link.group(2));
      if (Announcement.isRel(rel, "hub")) {
        hubs.add(Links.absolute(link.group(1), baseUrl));
      }
      if (Announcement.isRel(rel, "self")) {
        topics.add(Links.absolute(link.group(1), baseUrl));
      }
    }
    return Announcement.of(hubs, topics);
  }

  private static String rel(String parameters) {
    for (Matcher one = PARAMETER.matcher(parameters); one.find(); ) {
      if (one.group(1).toLowerCase(Locale.ROOT).equals("rel")) {
        return one.group(2) == null ? one.group(3) : one.group(2);
      }
    }
    return "";
  }
}
