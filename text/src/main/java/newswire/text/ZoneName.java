package newswire.text;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offsets from UTC as feeds write them: {@code +03:00}, {@code GMT+3}, and the zone names that mean
 * one offset everywhere. Names with several meanings, such as IST, are not here.
 */
final class ZoneName {

  private static final Pattern NUMERIC =
      Pattern.compile("(?:UTC|GMT|UT)? ?([+\\u2212-])(\\d{1,2}):?(\\d{2})?(?: ?\\(.*\\))?");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Z", "+00:00"),
          Map.entry("UT", "+00:00"),
          Map.entry("UTC", "+00:00"),
          Map.entry("GMT", "+00:00"),
          Map.entry("ETC/UTC", "+00:00"),
          Map.entry("ETC/GMT", "+00:00"),
          Map.entry("WET", "+00:00"),
          Map.entry("WEST", "+01:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("SAST", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("EAT", "+03:00"),
          Map.entry("PKT", "+05:00"),
          Map.entry("WIB", "+07:00"),
          Map.entry("SGT", "+08:00"),
          Map.entry("HKT", "+08:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("KST", "+09:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"),
          Map.entry("NZST", "+12:00"),
          Map.entry("NZDT", "+13:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"));

  private ZoneName() {}

  static Optional<ZoneOffset> offset(String zone) {
    String upper = zone.toUpperCase(Locale.ROOT);
    String named = NAMES.get(upper);
    if (named != null) {
      return Optional.of(ZoneOffset.of(named));
    }
    Matcher m = NUMERIC.matcher(upper);
    if (!m.matches()) {
      return Optional.empty();
    }
    int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    int total = Integer.parseInt(m.group(2)) * 60 + minutes;
    int signed = "+".equals(m.group(1)) ? total : -total;
    return Math.abs(signed) <= 18 * 60
        ? Optional.of(ZoneOffset.ofTotalSeconds(signed * 60))
        : Optional.empty();
  }
}
