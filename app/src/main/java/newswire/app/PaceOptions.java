package newswire.app;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast a replay may go. */
final class PaceOptions {

  private static final int MOST_THREADS = 64;
  private static final Duration SHORTEST = Duration.ofMillis(10);

  @Option(
      names = "--max-rate",
      paramLabel = "N/s",
      converter = Rate.Converter.class,
      description = "Prepare at most so many records a second (/m: a minute, /h: an hour).")
  private @Nullable Rate rate;

  @Option(
      names = "--live-delay",
      paramLabel = "SPAN",
      converter = Span.class,
      defaultValue = "500ms",
      description = "Wait while live is later than this (default: ${DEFAULT-VALUE}).")
  private Duration liveDelay = Duration.ofMillis(500);

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of each of the three applications (default: ${DEFAULT-VALUE}).")
  private int threads = 1;

  ReplayRunner.Manner manner() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw Exit.usage("--threads takes a number from 1 to " + MOST_THREADS + ", not " + threads);
    }
    if (liveDelay.compareTo(SHORTEST) < 0) {
      throw Exit.usage("--live-delay takes a time from 10ms, not " + liveDelay.toMillis() + "ms");
    }
    return new ReplayRunner.Manner(rate == null ? Rate.UNLIMITED : rate, threads, liveDelay);
  }
}
