package newswire.enrich.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.schemas.avro.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A time of publication as a page claims it. A time without a zone is known to the day only: the
 * zone is never invented.
 *
 * @param instant the time; midnight UTC of the day if only the day is known
 * @param precision how much of it is known
 */
record ClaimedTime(Instant instant, Precision precision) {

  private static final int LONGEST = 100;
  private static final String ZONE = "(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)";
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})"
              + "(?:[T\\s]+(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*"
              + ZONE
              + "?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RFC_822 =
      Pattern.compile(
          "(?:[A-Za-z]{3,9},?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*[\\s-]+(\\d{4})"
              + "(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s+([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2}))?)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The zone names that RFC 822 defines. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("Z", "+00:00"),
          Map.entry("UT", "+00:00"),
          Map.entry("UTC", "+00:00"),
          Map.entry("GMT", "+00:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"));

  /** Reads ISO 8601 of a day or finer, or RFC 822; empty if it is neither. */
  static Optional<ClaimedTime> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Matcher iso = ISO.matcher(trimmed);
      if (iso.matches()) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        return Optional.of(at(day, iso, 4, iso.group(8)));
      }
      Matcher rfc = RFC_822.matcher(trimmed);
      if (rfc.matches()) {
        int month = MONTHS.indexOf(rfc.group(2).toLowerCase(Locale.ROOT)) + 1;
        LocalDate day = LocalDate.of(number(rfc, 3), month, number(rfc, 1));
        return Optional.of(at(day, rfc, 4, rfc.group(7)));
      }
    } catch (DateTimeException e) {
      // A 31 February is no time, and there is no better reading of it.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static ClaimedTime at(LocalDate day, Matcher parts, int hour, @Nullable String zone) {
    Optional<ZoneOffset> offset = offset(zone);
    if (parts.group(hour) == null || offset.isEmpty()) {
      return new ClaimedTime(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY);
    }
    int second = parts.group(hour + 2) == null ? 0 : Math.min(59, number(parts, hour + 2));
    LocalTime time = LocalTime.of(number(parts, hour), number(parts, hour + 1), second);
    Instant instant = OffsetDateTime.of(day, time, offset.get()).toInstant();
    return new ClaimedTime(instant, Precision.INSTANT);
  }

  private static Optional<ZoneOffset> offset(@Nullable String zone) {
    if (zone == null) {
      return Optional.empty();
    }
    String form = ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), zone);
    return form.startsWith("+") || form.startsWith("-")
        ? Optional.of(ZoneOffset.of(form))
        : Optional.empty();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
