package newswire.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * How late a pipeline is, by Little's law: what waits for a part of it, by what came to that part a
 * second of late. So one limit does for ten articles a second and for a thousand.
 */
final class Lateness {

  private static final long WINDOW_NANOS = 10_000_000_000L;
  private static final double NANOS = 1e9;

  /** So few are on their way whenever something comes; no rate can be told from them. */
  private static final long FEW = 20;

  /** What comes more slowly is taken to come at this rate, in records a second. */
  private static final double LEAST_RATE = 10;

  private final Deque<Look> looks = new ArrayDeque<>();

  /** What had come, by group and topic. */
  private record Look(long nanos, Map<List<String>, Long> ends) {}

  /**
   * Looks at a pipeline.
   *
   * @param lags of all its parts now
   * @param nanos when now is, by a {@link System#nanoTime}
   * @return the sum over its parts; zero if hardly anything waits
   */
  Duration of(List<Backlog.Lag> lags, long nanos) {
    while (looks.size() > 1 && nanos - looks.getFirst().nanos() > WINDOW_NANOS) {
      looks.removeFirst();
    }
    looks.addLast(new Look(nanos, lags.stream().collect(toMap(Lateness::key, Backlog.Lag::end))));
    if (waiting(lags) <= FEW) {
      return Duration.ZERO;
    }
    double seconds =
        lags.stream().collect(groupingBy(Backlog.Lag::group)).values().stream()
            .mapToDouble(part -> waiting(part) / Math.max(LEAST_RATE, rate(part, nanos)))
            .sum();
    return Duration.ofNanos((long) (seconds * NANOS));
  }

  private static List<String> key(Backlog.Lag lag) {
    return List.of(lag.group(), lag.topic());
  }

  private static long waiting(List<Backlog.Lag> part) {
    return part.stream().mapToLong(Backlog.Lag::records).sum();
  }

  private double rate(List<Backlog.Lag> part, long nanos) {
    Look then = looks.getFirst();
    long came =
        part.stream()
            .mapToLong(lag -> lag.end() - then.ends().getOrDefault(key(lag), lag.end()))
            .sum();
    return came * NANOS / Math.max(1, nanos - then.nanos());
  }
}
