package newswire.app;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Moments as people type them: {@code 2026-11-23T10:00:00Z}, or {@code 2h} for two hours ago. */
final class Moment implements ITypeConverter<Instant> {

  private final Clock clock;

  Moment() {
    this(Clock.systemUTC());
  }

  Moment(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return ago(text);
    }
  }

  private Instant ago(String text) {
    try {
      return clock.instant().minus(new Span().convert(text));
    } catch (TypeConversionException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is neither an instant such as 2026-11-23T10:00:00Z nor a time ago such as 2h");
    }
  }
}
