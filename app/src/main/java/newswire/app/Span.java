package newswire.app;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans of time as people type them: {@code 500ms}, {@code 5s}, {@code 10m}, {@code 2h}. */
final class Span implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)?");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  @Override
  public Duration convert(String text) {
    Matcher matcher = FORM.matcher(text);
    String unit = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    if (!matcher.matches() || unit.isEmpty() && !text.matches("0+")) {
      throw new TypeConversionException("'" + text + "' is no time such as 5s, 10m or 2h");
    }
    return unit.isEmpty()
        ? Duration.ZERO
        : UNITS.getOrDefault(unit, Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
  }
}
