package newswire.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import newswire.text.ClaimedTime;

/** The Retry-After header (RFC 9110, 10.2.3): seconds or a date, believed up to seven days. */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(7);

  private RetryAfter() {}

  static Optional<Duration> read(String value, Instant now) {
    String text = value.strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
    }
    return Optional.ofNullable(ClaimedTime.read(text).instant())
        .filter(now::isBefore)
        .map(until -> bounded(Duration.between(now, until)));
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
