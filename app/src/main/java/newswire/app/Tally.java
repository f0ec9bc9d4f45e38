package newswire.app;

import java.util.EnumMap;
import java.util.Map;

/** What has come of records: each is in exactly one of these, but for rows that no record made. */
final class Tally {

  /** What has come of one record. */
  enum Fate {
    STORED,
    /** A later or greater state of the same key is what counts. */
    SUPERSEDED,
    /** A tombstone. */
    REMOVED,
    DEAD,
    MISSING,
    /** A row without a record: not among those that came in. */
    EXTRA
  }

  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

  void add(Fate fate) {
    counts.merge(fate, 1L, Long::sum);
  }

  void add(Tally other) {
    other.counts.forEach((fate, count) -> counts.merge(fate, count, Long::sum));
  }

  long of(Fate fate) {
    return counts.getOrDefault(fate, 0L);
  }

  /** How many records there were. */
  long in() {
    return counts.values().stream().mapToLong(Long::longValue).sum() - of(Fate.EXTRA);
  }

  /** Whether nothing is missing and nothing there without reason. */
  boolean isEven() {
    return of(Fate.MISSING) == 0 && of(Fate.EXTRA) == 0;
  }
}
