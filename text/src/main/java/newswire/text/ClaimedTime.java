package newswire.text;

import java.lang.Character.UnicodeScript;
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
 * <p>Reads RFC 822/2822 in its common variants, RFC 3339/W3CDTF, and how people write dates in the
 * languages of {@link MonthName} and in East Asia. A time of day without a zone, or with one of
 * several meanings, is taken as UTC and known to the day only; so is not a date like 3/4/2026,
 * which is unknown.
 *
 * @param instant null if unknown; the beginning of the day in UTC if only the day is given
 */
public record ClaimedTime(@Nullable Instant instant, Precision precision) {

  public static final ClaimedTime UNKNOWN = new ClaimedTime(null, Precision.UNKNOWN);

  private static final int LONGEST = 100;
  private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{1,2})(?:[.,]\\d{1,12})?)?";
  private static final Pattern W3CDTF =
      Pattern.compile(
          "(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{2})(\\d{2}))(?:(?:[Tt]|\\.? |, ?)"
              + "(\\d{1,2}):?(\\d{2})(?::?(\\d{1,2})(?:[.,]\\d{1,12})?)?"
              + " ?(.*))?");
  private static final String MONTH = "(\\p{L}[\\p{L}\\p{M}'.\u2019]*(?: \\p{L}[\\p{L}\\p{M}]*)?)";
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[. -]{1,2}"
              + MONTH
              + "\\.?[ -](\\d{4}|\\d{2})(?:[ T]"
              + TIME
              + "(?: ?(.*))?)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(MONTH + "\\.? (\\d{1,2}) (\\d{4})(?: " + TIME + "(?: ?(.*))?)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[. -]{1,2}"
              + MONTH
              + "[. -]{1,2}(\\d{1,2})\\.?(?:[ T]"
              + TIME
              + "(?: ?(.*))?)?");
  private static final Pattern ASCTIME =
      Pattern.compile(MONTH + " (\\d{1,2}) " + TIME + "(?: (.*?))? (\\d{4})");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?: " + TIME + "(?: ?(.*))?)?");
  private static final Pattern FIRST_WORD = Pattern.compile("^\\p{L}[\\p{L}\\p{M}]*\\.? ");
  private static final Pattern JOINING =
      Pattern.compile("(?i)(?<=[\\d\\p{L}]) (?:de|del|of|at|um) (?=[\\d\\p{L}])");
  private static final Pattern ORDINAL =
      Pattern.compile("(?i)\\b(\\d{1,2})(?:st|nd|rd|th|er|\u00BA) ");

  /** The time in {@code text}. */
  public static ClaimedTime read(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return UNKNOWN;
    }
    String plain = Meridiem.in24Hours(EastAsian.western(plain(text)));
    try {
      return w3cdtf(plain).or(() -> written(plain)).orElse(UNKNOWN);
    } catch (DateTimeException e) {
      return UNKNOWN; // a thirty-first of February
    }
  }

  /** ASCII digits, single spaces. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c)
        .map(c -> c == '\u060C' || c == '\uFF0C' || c == '\u3001' ? ',' : c == '\uFF1A' ? ':' : c)
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

  /** With or without the day of the week before it. */
  private static Optional<ClaimedTime> written(String text) {
    String spaced = text.replace(",", " ").replaceAll(" +", " ");
    String dated = JOINING.matcher(ORDINAL.matcher(spaced).replaceFirst("$1 ")).replaceAll(" ");
    Matcher word = FIRST_WORD.matcher(dated);
    return named(dated)
        .or(() -> numbers(dated))
        .or(
            () -> {
              String rest = word.replaceFirst("");
              return rest.equals(dated)
                  ? Optional.empty()
                  : w3cdtf(rest).or(() -> named(rest)).or(() -> numbers(rest));
            });
  }

  private static Optional<ClaimedTime> named(String text) {
    Matcher m = DAY_FIRST.matcher(text);
    if (m.matches()) {
      Clock clock = new Clock(m.group(4), m.group(5), m.group(6));
      return date(m.group(3), m.group(2), m.group(1)).map(d -> of(d, clock, m.group(7)));
    }
    Matcher us = MONTH_FIRST.matcher(text);
    if (us.matches()) {
      Clock clock = new Clock(us.group(4), us.group(5), us.group(6));
      return date(us.group(3), us.group(1), us.group(2)).map(d -> of(d, clock, us.group(7)));
    }
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      Clock clock = new Clock(year.group(4), year.group(5), year.group(6));
      return date(year.group(1), year.group(2), year.group(3))
          .map(d -> of(d, clock, year.group(7)));
    }
    Matcher c = ASCTIME.matcher(text);
    if (c.matches()) {
      Clock clock = new Clock(c.group(3), c.group(4), c.group(5));
      return date(c.group(7), c.group(1), c.group(2)).map(d -> of(d, clock, c.group(6)));
    }
    return Optional.empty();
  }

  /** 13/4/2026 and 4/13/2026 can be told apart; with points the day is always first. */
  private static Optional<ClaimedTime> numbers(String text) {
    Matcher m = NUMBERS.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int first = number(m.group(1));
    int second = number(m.group(3));
    boolean dayFirst = m.group(2).equals(".") || first > 12 || first == second;
    if (!dayFirst && second <= 12) {
      return Optional.empty();
    }
    LocalDate date =
        LocalDate.of(number(m.group(4)), dayFirst ? second : first, dayFirst ? first : second);
    return Optional.of(of(date, new Clock(m.group(5), m.group(6), m.group(7)), m.group(8)));
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int y = number(year);
    // RFC 2822, 4.3
    int full = year.length() > 2 ? y : y < 50 ? 2000 + y : 1900 + y;
    int d = number(day);
    return SolarHijri.date(full, month, d)
        .or(() -> MonthName.number(month).map(m -> LocalDate.of(gregorian(full, month), m, d)));
  }

  /** Thailand counts from the Buddha's death. */
  private static int gregorian(int year, String month) {
    boolean thai = month.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.THAI);
    return thai && year > 2400 ? year - 543 : year;
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
