package newswire.text;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Dates of the calendar of Iran and Afghanistan, by the names of its months. */
final class SolarHijri {

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    for (String language : new String[] {"fa", "ps", "ckb", "fa-AF"}) {
      DateFormatSymbols symbols =
          new DateFormatSymbols(PersianCalendar.class, new ULocale(language));
      String[] names = symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
      for (int month = 0; month < 12; month++) {
        MONTHS.putIfAbsent(names[month], month);
      }
    }
  }

  private SolarHijri() {}

  /** The day, if the month is one of that calendar. */
  static Optional<LocalDate> date(int year, String month, int day) {
    Integer index = MONTHS.get(month.strip());
    if (index == null || year < 1200 || year > 1600) {
      return Optional.empty();
    }
    PersianCalendar calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    calendar.clear();
    calendar.setLenient(false);
    calendar.set(year, index, day);
    try {
      Instant instant = Instant.ofEpochMilli(calendar.getTimeInMillis());
      return Optional.of(instant.atZone(ZoneOffset.UTC).toLocalDate());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a day that the month does not have
    }
  }
}
