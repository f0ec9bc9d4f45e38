package newswire.enrich.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.schemas.avro.Precision;
import newswire.text.ClaimedTime;
import org.jspecify.annotations.Nullable;

/**
 * A date in digits as a reader sees it, or an address carries it. Without a zone it is known to the
 * day only; where day and month could be one another, it is not known.
 */
final class VisibleTime {

  private static final int LONGEST = 120;
  private static final String CLOCK = "(?:\\D{1,12}?([01]?\\d|2[0-3])[:.h]([0-5]\\d)(?![\\d.]))?";
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<![\\d.])(\\d{1,2})([./-])(\\d{1,2})\\2(20\\d{2})(?!\\d)" + CLOCK);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(20\\d{2})(?:[./-]|年 ?)(\\d{1,2})(?:[./-]|月 ?)(\\d{1,2})(?!\\d)日?\\.?" + CLOCK);
  private static final Pattern IN_PATH =
      Pattern.compile("/(20\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?!\\d)");

  private VisibleTime() {}

  static ClaimedTime in(String text) {
    if (text.length() > LONGEST) {
      return ClaimedTime.UNKNOWN;
    }
    try {
      Matcher first = YEAR_FIRST.matcher(text);
      if (first.find()) {
        return of(date(first, 1, 2, 3), first.group(4), first.group(5));
      }
      Matcher last = YEAR_LAST.matcher(text);
      if (!last.find()) {
        return ClaimedTime.UNKNOWN;
      }
      boolean dayFirst = last.group(2).equals(".") || number(last.group(1)) > 12;
      boolean monthFirst = !dayFirst && number(last.group(3)) > 12;
      if (!dayFirst && !monthFirst && !last.group(1).equals(last.group(3))) {
        return ClaimedTime.UNKNOWN;
      }
      LocalDate date = monthFirst ? date(last, 4, 1, 3) : date(last, 4, 3, 1);
      return of(date, last.group(5), last.group(6));
    } catch (DateTimeException e) {
      return ClaimedTime.UNKNOWN; // digits that are no date
    }
  }

  static ClaimedTime inPath(String address) {
    Matcher path = IN_PATH.matcher(address);
    try {
      return path.find() ? of(date(path, 1, 2, 3), null, null) : ClaimedTime.UNKNOWN;
    } catch (DateTimeException e) {
      return ClaimedTime.UNKNOWN; // digits that are no date
    }
  }

  private static LocalDate date(Matcher m, int year, int month, int day) {
    return LocalDate.of(number(m.group(year)), number(m.group(month)), number(m.group(day)));
  }

  private static ClaimedTime of(LocalDate date, @Nullable String hour, @Nullable String minute) {
    LocalTime time =
        hour == null || minute == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(number(hour), number(minute));
    return new ClaimedTime(date.atTime(time).toInstant(ZoneOffset.UTC), Precision.DAY);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
