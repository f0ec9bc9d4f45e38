package newswire.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.schemas.avro.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A time as a publisher wrote it, read without inventing anything: what cannot be read is unknown.
 *
 * <p>Reads RFC 822/2822 in its common variants and RFC 3339/W3CDTF. A time of day without a zone,
 * or with one of several meanings, is taken as UTC and known to the day only.
 *
 * @param instant null if unknown; the beginning of the day in UTC if only the day is given
 */
public record ClaimedTime(@Nullable Instant instant, Precision precision) {

  public static final ClaimedTime UNKNOWN = new ClaimedTime(null, Precision.UNKNOWN);

  private static final int LONGEST = 100;
  private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{1,2})(?:[.,]\\d{1,12})?)?";
  private static final Pattern W3CDTF =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|(\\d{2})(\\d{2}))(?:(?:[Tt]| |, ?)"
              + "(\\d{1,2}):?(\\d{2})(?::?(\\d{1,2})(?:[.,]\\d{1,12})?)?"
              + " ?(.*))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[ -](\\p{L}+)\\.?[ -](\\d{4}|\\d{2})(?: " + TIME + "(?: ?(.*))?)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}+)\\.? (\\d{1,2}) (\\d{4})(?: " + TIME + "(?: ?(.*))?)?");
  private static final Pattern ASCTIME =
      Pattern.compile("(\\p{L}+) (\\d{1,2}) " + TIME + "(?: (.*?))? (\\d{4})");
  private static final Pattern WEEKDAY =
      Pattern.compile("^(?i:mon|tue|wed|thu|fri|sat|sun)\\p{L}*\\.? ");

  /** The time in {@code text}. */
  public static ClaimedTime read(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return UNKNOWN;
    }
    String plain = plain(text);
    try {
      return w3cdtf(plain).or(() -> rfc822(plain)).orElse(UNKNOWN);
    } catch (DateTimeException e) {
      return UNKNOWN; // a thirty-first of February
    }
  }

  /** ASCII digits, single spaces. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .filter(c -> c != ' ' || plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ')
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  private static Optional<ClaimedTime> w3cdtf(String text) {
    Matcher m = W3CDTF.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    String month = m.group(2) != null ? m.group(2) : m.group(4);
    String day = m.group(3) != null ? m.group(3) : m.group(5);
    LocalDate date = LocalDate.of(number(m.group(1)), number(month), number(day));
    return Optional.of(of(date, new Clock(m.group(6), m.group(7), m.group(8)), m.group(9)));
  }

  private static Optional<ClaimedTime> rfc822(String text) {
    String dated = WEEKDAY.matcher(text.replace(",", " ").replaceAll(" +", " ")).replaceFirst("");
    Matcher m = DAY_FIRST.matcher(dated);
    if (m.matches()) {
      Clock clock = new Clock(m.group(4), m.group(5), m.group(6));
      return date(m.group(3), m.group(2), m.group(1)).map(d -> of(d, clock, m.group(7)));
    }
    Matcher us = MONTH_FIRST.matcher(dated);
    if (us.matches()) {
      Clock clock = new Clock(us.group(4), us.group(5), us.group(6));
      return date(us.group(3), us.group(1), us.group(2)).map(d -> of(d, clock, us.group(7)));
    }
    Matcher c = ASCTIME.matcher(dated);
    if (c.matches()) {
      Clock clock = new Clock(c.group(3), c.group(4), c.group(5));
      return date(c.group(7), c.group(1), c.group(2)).map(d -> of(d, clock, c.group(6)));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int y = number(year);
    // RFC 2822, 4.3
    int full = year.length() > 2 ? y : y < 50 ? 2000 + y : 1900 + y;
    return MonthName.number(month).map(m -> LocalDate.of(full, m, number(day)));
  }

  private static ClaimedTime of(LocalDate date, Clock clock, @Nullable String zone) {
    if (clock.hour() == null) {
      return new ClaimedTime(date.atStartOfDay().toInstant(ZoneOffset.UTC), Precision.DAY);
    }
    boolean midnight = "24".equals(clock.hour()) && clock.isOnTheHour();
    LocalDate day = midnight ? date.plusDays(1) : date;
    LocalTime time = midnight ? LocalTime.MIDNIGHT : clock.time();
    Optional<ZoneOffset> offset = ZoneName.offset(zone == null ? "" : zone.strip());
    return new ClaimedTime(
        day.atTime(time).toInstant(offset.orElse(ZoneOffset.UTC)),
        offset.isPresent() ? Precision.INSTANT : Precision.DAY);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** The time of day, as written; null hour if none was. */
  private record Clock(@Nullable String hour, @Nullable String minute, @Nullable String second) {

    boolean isOnTheHour() {
      return value(minute) == 0 && value(second) == 0;
    }

    LocalTime time() {
      // A leap second has no place in an Instant.
      return LocalTime.of(value(hour), value(minute), Math.min(value(second), 59));
    }

    private static int value(@Nullable String digits) {
      return digits == null ? 0 : number(digits);
    }
  }
}
