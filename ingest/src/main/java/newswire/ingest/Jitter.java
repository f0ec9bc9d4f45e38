package newswire.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import newswire.schemas.ArticleId;

/**
 * A shift of a time by up to a tenth, always the same for the same poll of the same source, so that
 * it can be taken off again.
 *
 * @param factor from .9 to 1.1
 */
record Jitter(double factor) {

  private static final double MOST = 0.1;
  private static final int DIGITS = 8;

  static Jitter of(String sourceId, long poll) {
    byte[] name = (sourceId + "\n" + poll).getBytes(StandardCharsets.UTF_8);
    long hash = Long.parseLong(ArticleId.sha256(name).substring(0, DIGITS), 16);
    double unit = hash / (double) (1L << 4 * DIGITS);
    return new Jitter(1 + MOST * (2 * unit - 1));
  }

  Duration on(Duration time) {
    return Duration.ofMillis(Math.round(time.toMillis() * factor));
  }

  Duration off(Duration time) {
    return Duration.ofMillis(Math.round(time.toMillis() / factor));
  }
}
