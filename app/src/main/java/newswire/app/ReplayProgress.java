package newswire.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Tells how far a replay is, how fast it goes and how long it will take. */
final class ReplayProgress {

  /** How often where the lines stay. */
  static final Duration LINE_EVERY = Duration.ofSeconds(10);

  private static final Duration RATE_OVER = Duration.ofSeconds(30);
  private static final int BAR = 20;
  private static final double NANOS = 1e9;

  private final long total;
  private final boolean terminal = System.console() != null;
  private final Deque<long[]> recent = new ArrayDeque<>();
  private long told;
  private int width;

  ReplayProgress(long total) {
    this.total = total;
  }

  /**
   * Tells it if it is time to.
   *
   * @param done records prepared
   * @param why what it waits for; empty if for nothing
   */
  void tell(long done, String why, long now) {
    recent.addLast(new long[] {now, done});
    while (now - recent.getFirst()[0] > RATE_OVER.toNanos()) {
      recent.removeFirst();
    }
    if (terminal) {
      String line = line(done, why);
      System.err.print("\r  " + line + " ".repeat(Math.max(0, width - line.length())));
      System.err.flush();
      width = line.length();
    } else if (told == 0 || now - told >= LINE_EVERY.toNanos()) {
      told = now;
      Progress.step(line(done, why));
    }
  }

  /** Ends the line that is written over. */
  void end() {
    if (terminal && width > 0) {
      System.err.println();
    }
  }

  String line(long done, String why) {
    StringBuilder line = new StringBuilder();
    int full = (int) (total == 0 ? BAR : BAR * done / total);
    line.append('[').append("#".repeat(full)).append(".".repeat(BAR - full)).append("] ");
    line.append(done).append(" of ").append(total).append(" records");
    double rate = rate();
    if (done < total && rate > 0) {
      line.append(String.format(Locale.ROOT, ", %.0f/s, ", rate));
      line.append(span(Math.round((total - done) / rate))).append(" left");
    }
    return line + (why.isEmpty() ? "" : "; " + why);
  }

  /** Records a second of late; 0 if not known. */
  private double rate() {
    if (recent.size() < 2) {
      return 0;
    }
    long[] first = recent.getFirst();
    long[] last = recent.getLast();
    return (last[1] - first[1]) * NANOS / Math.max(1, last[0] - first[0]);
  }

  /** So many seconds, to two units. */
  static String span(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
  }
}
