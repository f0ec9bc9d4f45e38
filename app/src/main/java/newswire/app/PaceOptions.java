package newswire.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast a replay may go. */
final class PaceOptions {

  private static final int MOST_THREADS = 64;

  @Option(
      names = "--max-rate",
      paramLabel = "N/s",
      converter = Rate.Converter.class,
      description = "Prepare at most so many records a second (/m: a minute, /h: an hour).")
  private @Nullable Rate rate;

  @Option(
      names = "--live-backlog",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Wait while more than so many records wait to be read by live (default:"
              + " ${DEFAULT-VALUE}).")
  private long mostLive = 500;

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
    if (mostLive < 1) {
      throw Exit.usage("--live-backlog takes a number from 1, not " + mostLive);
    }
    return new ReplayRunner.Manner(rate == null ? Rate.UNLIMITED : rate, threads, mostLive);
  }
}
