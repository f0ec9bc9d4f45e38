package newswire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/** When to ask a source again. */
final class PollSchedule {

  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final int GAPS_OF = 20;
  private static final int MOST_DOUBLINGS = 20;

  private PollSchedule() {}

  /**
   * After a good poll that showed these entries: half the median gap of the latest ones, but not
   * sooner than the feed asks for, and a little off, so that sources do not all come at once.
   *
   * @param poll which poll of the source it was
   */
  static Duration afterEntries(Source source, List<FeedEntry> entries, long poll, Duration asked) {
    return source.getIntervalMs() > 0
        ? Duration.ofMillis(source.getIntervalMs())
        : longer(Jitter.of(source.getId(), poll).on(halfGap(entries)), asked);
  }

  private static Duration halfGap(List<FeedEntry> entries) {
    List<Instant> latest =
        entries.stream()
            .flatMap(e -> e.getPublished().or(e::getUpdated).stream())
            .sorted(Comparator.reverseOrder())
            .limit(GAPS_OF)
            .toList();
    if (latest.size() < 2) {
      return SHORTEST;
    }
    List<Duration> gaps =
        IntStream.range(1, latest.size())
            .mapToObj(i -> Duration.between(latest.get(i), latest.get(i - 1)))
            .sorted()
            .toList();
    return bounded(gaps.get(gaps.size() / 2).dividedBy(2));
  }

  /** After a good poll that showed nothing new: as before. */
  static Duration afterNothingNew(Source source, SourceState before, Duration asked) {
    if (source.getIntervalMs() > 0) {
      return Duration.ofMillis(source.getIntervalMs());
    }
    String id = source.getId();
    boolean regular = before.getPolls() > 0 && before.getFailures() == 0;
    Duration last =
        regular
            ? Jitter.of(id, before.getPolls())
                .off(Duration.between(before.getPolled(), before.getNextPoll()))
            : SHORTEST;
    return longer(Jitter.of(id, before.getPolls() + 1).on(bounded(last)), asked);
  }

  /** The least time that a feed and its server ask for, believed up to a day. */
  static Duration asked(Duration byFeed, @Nullable Duration byServer) {
    Duration asked = byServer == null ? byFeed : longer(byFeed, byServer);
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /**
   * After the nth failure in a row: doubling, from a few seconds where soon may help, else from the
   * usual interval, to a day; never sooner than the server asks for.
   */
  static Duration afterFailure(Source source, int failures, Failed failed) {
    Duration usual =
        source.getIntervalMs() > 0 ? Duration.ofMillis(source.getIntervalMs()) : SHORTEST;
    Duration first = failed.isTransient() ? FIRST_RETRY : usual;
    long factor = 1L << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
    Duration most = usual.compareTo(LONGEST) > 0 ? usual : LONGEST;
    Duration wait = first.toMillis() > most.toMillis() / factor ? most : first.multipliedBy(factor);
    Duration retryAfter = failed.retryAfter();
    return retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
  }

  private static Duration bounded(Duration interval) {
    if (interval.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return interval.compareTo(LONGEST) > 0 ? LONGEST : interval;
  }
}
