package newswire.app;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast at most.
 *
 * @param perSecond records a second; infinite for no limit
 */
record Rate(double perSecond) {

  static final Rate UNLIMITED = new Rate(Double.POSITIVE_INFINITY);

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})(?:/(s|m|h))?");
  private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3_600);
  private static final int MOST_AT_ONCE = 100;
  private static final int BATCHES_PER_SECOND = 10;

  /** How many records may go at once without the pace becoming jerky. */
  int atOnce() {
    double smooth = Math.ceil(perSecond / BATCHES_PER_SECOND);
    return (int) Math.max(1, Math.min(MOST_AT_ONCE, smooth));
  }

  /** When so many records may have been sent, in nanoseconds from the first. */
  long nanosUntil(long records) {
    return (long) (records / perSecond * 1e9);
  }

  /** Reads {@code 5/s}, {@code 300/m}, {@code 1000/h}; a bare number is a second's. */
  static final class Converter implements ITypeConverter<Rate> {

    @Override
    public Rate convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + text + "' is no rate such as 5/s or 300/m");
      }
      String unit = matcher.group(2) == null ? "s" : matcher.group(2);
      return new Rate((double) Integer.parseInt(matcher.group(1)) / SECONDS.getOrDefault(unit, 1));
    }
  }
}
