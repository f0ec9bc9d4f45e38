package newswire.app;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import newswire.app.Tally.Fate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Counts one topic against its table, a partition at a time, up to where the sink has stored it.
 * Holds the keys of one partition.
 */
final class Recount<V> {

  private static final int KEYS_AT_ONCE = 1_000;

  /** A record that is not what its key is to have. */
  record Finding(Fate fate, String id, int partition, long offset) {}

  private final StoredTopic<V> stored;
  private final StoreSnapshot snapshot;
  private final Set<Position> dead;
  private final int samples;
  private final SortedMap<Integer, Tally> byPartition = new TreeMap<>();
  private final SortedMap<Integer, Long> upTo;
  private final SortedMap<String, Tally> byDay = new TreeMap<>();
  private final SortedMap<String, Tally> byLanguage = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Where a record is. */
  record Position(String topic, int partition, long offset) {}

  private record Last(StoreState state, long offset) {}

  /**
   * Counts.
   *
   * @param dead what the sink has given up
   * @param samples how many findings of each kind to keep
   */
  Recount(
      StoredTopic<V> stored,
      StoreSnapshot snapshot,
      RecordFinder finder,
      Set<Position> dead,
      int samples)
      throws SQLException {
    this.stored = stored;
    this.snapshot = snapshot;
    this.dead = dead;
    this.samples = samples;
    this.upTo = snapshot.offsets(stored.group(), stored.topic().name());
    Map<Integer, Long> rows = upTo.isEmpty() ? Map.of() : snapshot.counts(stored);
    for (Map.Entry<Integer, Long> partition : upTo.entrySet()) {
      long found = rows.getOrDefault(partition.getKey(), 0L);
      count(finder, partition.getKey(), partition.getValue(), found);
    }
  }

  private void count(RecordFinder finder, int partition, long end, long rows) throws SQLException {
    Tally tally = byPartition.computeIfAbsent(partition, p -> new Tally());
    Map<String, Last> last = new HashMap<>();
    finder.scanUntil(
        new TopicPartition(stored.topic().name(), partition),
        end,
        record -> take(record, last, tally));
    long matched = compare(partition, last, tally);
    if (rows > matched) {
      snapshot.each(
          stored,
          partition,
          id -> {
            if (!last.containsKey(id)) {
              tally.add(Fate.EXTRA);
              keep(new Finding(Fate.EXTRA, id, partition, -1));
            }
          });
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Map<String, Last> last, Tally tally) {
    if (dead.contains(new Position(record.topic(), record.partition(), record.offset()))) {
      tally.add(Fate.DEAD);
      return;
    }
    String key = RecordFinder.key(record);
    if (record.value() == null) {
      tally.add(Fate.REMOVED);
      Last removed = last.remove(key);
      if (removed != null) {
        add(Fate.SUPERSEDED, removed.state(), tally);
      }
      return;
    }
    StoreState state;
    try {
      state = stored.state().apply(RecordFinder.decoded(stored.topic(), record).orElseThrow());
    } catch (SerializationException e) { // the sink cannot have read it either, and sent no letter
      if (RegistryTrouble.isIn(e)) {
        throw Exit.missing("the registry does not answer: " + e.getMessage());
      }
      tally.add(Fate.MISSING);
      keep(new Finding(Fate.MISSING, key, record.partition(), record.offset()));
      return;
    }
    Last before = last.get(key);
    if (before == null || stored.replaces(state.rank(), before.state().rank())) {
      last.put(key, new Last(state, record.offset()));
      if (before != null) {
        add(Fate.SUPERSEDED, before.state(), tally);
      }
    } else {
      add(Fate.SUPERSEDED, state, tally);
    }
  }

  /** Gives how many rows belong to keys of the topic. */
  private long compare(int partition, Map<String, Last> last, Tally tally) throws SQLException {
    long matched = 0;
    List<String> keys = new ArrayList<>(last.keySet());
    for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
      List<String> some = keys.subList(from, Math.min(from + KEYS_AT_ONCE, keys.size()));
      Map<String, StoreState.Rank> rows = snapshot.rows(stored, some);
      for (String key : some) {
        Last wanted = requireNonNull(last.get(key));
        StoreState.Rank found = rows.get(key);
        boolean agrees = found != null && stored.agrees(wanted.state().rank(), found);
        add(agrees ? Fate.STORED : Fate.MISSING, wanted.state(), tally);
        if (!agrees) {
          keep(new Finding(Fate.MISSING, key, partition, wanted.offset()));
        }
        if (found != null && found.generation() != StoredTopic.ANY) {
          matched++;
        }
      }
    }
    return matched;
  }

  private void add(Fate fate, StoreState state, Tally tally) {
    tally.add(fate);
    byDay.computeIfAbsent(state.day(), d -> new Tally()).add(fate);
    byLanguage.computeIfAbsent(state.language(), l -> new Tally()).add(fate);
  }

  private void keep(Finding finding) {
    long kept = findings.stream().filter(f -> f.fate() == finding.fate()).count();
    if (kept < samples) {
      findings.add(finding);
    }
  }

  String name() {
    return stored.name();
  }

  /** Whether the sink has ever stored anything of it. */
  boolean isBegun() {
    return !upTo.isEmpty();
  }

  Tally all() {
    Tally all = new Tally();
    byPartition.values().forEach(all::add);
    return all;
  }

  SortedMap<Integer, Tally> byPartition() {
    return byPartition;
  }

  /** Offset up to which each partition was counted. */
  SortedMap<Integer, Long> upTo() {
    return upTo;
  }

  /** By day of effective time, UTC; what is dead, removed or extra has none. */
  SortedMap<String, Tally> byDay() {
    return byDay;
  }

  /** By BCP 47 tag, likewise. */
  SortedMap<String, Tally> byLanguage() {
    return byLanguage;
  }

  /** Some of what is missing or extra. */
  List<Finding> findings() {
    return findings;
  }
}
