package newswire.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is found by comparing the articles of a replay with the live ones. For one thread. */
final class ReplayDiff {

  /** One article that differs in a field. */
  record Sample(String id, String title, FieldChange change) {}

  private final Set<DiffField> wanted;
  private final int samples;
  private final Map<DiffField, Long> counts = new EnumMap<>(DiffField.class);
  private final Map<DiffField, NavigableMap<String, Sample>> found = new EnumMap<>(DiffField.class);
  private final NavigableMap<String, String> missing = new TreeMap<>();
  private final NavigableMap<String, String> extra = new TreeMap<>();
  private long same;
  private long different;
  private long onlyLive;
  private long onlyReplay;
  private long later;
  private long entitiesAdded;
  private long entitiesLost;

  /**
   * Counts the wanted fields.
   *
   * @param samples how many articles are kept of each
   */
  ReplayDiff(Set<DiffField> wanted, int samples) {
    this.wanted = EnumSet.copyOf(wanted);
    this.samples = samples;
    this.wanted.forEach(field -> found.put(field, new TreeMap<>()));
  }

  /** An article that both have, or one of them. */
  void take(String id, @Nullable ArticleFacts live, @Nullable ArticleFacts replayed) {
    if (live == null && replayed != null) {
      onlyReplay++;
      keep(extra, id, replayed.title());
    } else if (live != null && replayed == null) {
      onlyLive++;
      keep(missing, id, live.title());
    } else if (live != null && replayed != null) {
      compare(id, live, replayed);
    }
  }

  /** One that came, came again or was killed after the replay's end. */
  void takeLater() {
    later++;
  }

  private void compare(String id, ArticleFacts live, ArticleFacts replayed) {
    List<FieldChange> changes =
        live.changes(replayed).stream().filter(c -> wanted.contains(c.field())).toList();
    if (changes.isEmpty()) {
      same++;
      return;
    }
    different++;
    for (FieldChange change : changes) {
      counts.merge(change.field(), 1L, Long::sum);
      if (change.field() == DiffField.ENTITIES) {
        entitiesAdded += replayed.entitiesNotIn(live).size();
        entitiesLost += live.entitiesNotIn(replayed).size();
      }
      keep(
          found.getOrDefault(change.field(), new TreeMap<>()),
          id,
          new Sample(id, replayed.title(), change));
    }
  }

  /** Those with the smallest ids, which is by chance and each time the same. */
  private <V> void keep(NavigableMap<String, V> kept, String id, V value) {
    kept.put(id, value);
    if (kept.size() > samples) {
      kept.pollLastEntry();
    }
  }

  boolean isEqual() {
    return different + onlyLive + onlyReplay == 0;
  }

  Set<DiffField> wanted() {
    return wanted;
  }

  long count(DiffField field) {
    return counts.getOrDefault(field, 0L);
  }

  List<Sample> samples(DiffField field) {
    return new ArrayList<>(found.getOrDefault(field, new TreeMap<>()).values());
  }

  /** Titles by id. */
  Map<String, String> missing() {
    return missing;
  }

  /** Titles by id. */
  Map<String, String> extra() {
    return extra;
  }

  long same() {
    return same;
  }

  long different() {
    return different;
  }

  long onlyLive() {
    return onlyLive;
  }

  long onlyReplay() {
    return onlyReplay;
  }

  long later() {
    return later;
  }

  long entitiesAdded() {
    return entitiesAdded;
  }

  long entitiesLost() {
    return entitiesLost;
  }
}
