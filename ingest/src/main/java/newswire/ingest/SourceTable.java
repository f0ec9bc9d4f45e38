package newswire.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/** The sources that are ours for now, what is known of each, and the polls under way. */
final class SourceTable {

  private static final Set<SourceKind> POLLED = Set.of(SourceKind.FEED, SourceKind.SITEMAP);

  private final Map<String, Assigned> sources = new TreeMap<>();
  private final Map<Integer, Map<String, SourceState>> states = new HashMap<>();
  private final Map<String, FeedPoll> polls = new HashMap<>();

  private final Set<String> polledOnce;

  private record Assigned(Source source, int partition) {}

  /**
   * @param polledOnce filled with the ids of sources that have been polled
   */
  SourceTable(Set<String> polledOnce) {
    this.polledOnce = polledOnce;
  }

  /** A source's record as it stands now; null when it is removed. */
  void put(int partition, String id, @Nullable Source source) {
    Assigned before = sources.get(id);
    if (source == null) {
      sources.remove(id);
    } else {
      sources.put(id, new Assigned(source, partition));
    }
    if (before != null && !before.source().equals(source)) {
      cancel(id);
    }
  }

  /** The states of all sources in these partitions. */
  void load(Collection<Integer> partitions, Map<String, SourceState> loaded) {
    partitions.forEach(partition -> states.put(partition, new HashMap<>(loaded)));
  }

  boolean isLoaded(int partition) {
    return states.containsKey(partition);
  }

  /** The partitions belong to somebody else now. */
  void release(Collection<Integer> partitions) {
    partitions.forEach(states::remove);
    Set<String> gone = new HashSet<>();
    sources.forEach(
        (id, assigned) -> {
          if (partitions.contains(assigned.partition())) {
            gone.add(id);
          }
        });
    gone.forEach(this::cancel);
    gone.forEach(sources::remove);
  }

  private void cancel(String id) {
    FeedPoll poll = polls.remove(id);
    if (poll != null) {
      poll.cancel();
    }
  }

  void cancelAll() {
    polls.values().forEach(FeedPoll::cancel);
    polls.clear();
  }

  /** Begins a poll of every source whose time has come. */
  List<FeedPoll> due(Instant now) {
    return sources.values().stream()
        .filter(s -> isDue(s, now))
        .map(
            s -> {
              FeedPoll poll = new FeedPoll(s.source(), s.partition(), state(s).orElseThrow());
              polls.put(s.source().getId(), poll);
              return poll;
            })
        .toList();
  }

  private boolean isDue(Assigned s, Instant now) {
    return isPollable(s)
        && !polls.containsKey(s.source().getId())
        && state(s).filter(state -> isDue(s.source(), state, now)).isPresent();
  }

  // A source that moved, or whose record says another interval, need not wait for what was planned.
  private static boolean isDue(Source source, SourceState state, Instant now) {
    if (!state.getNextPoll().isAfter(now) || !state.getUrl().equals(source.getUrl())) {
      return true;
    }
    long interval = source.getIntervalMs();
    return interval > 0
        && state.getFailures() == 0
        && !state.getPolled().plusMillis(interval).isAfter(now);
  }

  private static boolean isPollable(Assigned s) {
    return !s.source().getPaused() && POLLED.contains(s.source().getKind());
  }

  /** Empty until the state's partition has been read. */
  private Optional<SourceState> state(Assigned s) {
    Map<String, SourceState> partition = states.get(s.partition());
    if (partition == null) {
      return Optional.empty();
    }
    String id = s.source().getId();
    SourceState known = partition.get(id);
    return Optional.of(known != null ? known : SourceState.newBuilder().setSourceId(id).build());
  }

  Collection<FeedPoll> polls() {
    return polls.values();
  }

  /** A piece of a poll has been committed. */
  void written(FeedPoll.Piece piece, Instant now) {
    FeedPoll poll = piece.poll();
    poll.written(piece, now);
    String id = poll.source().getId();
    Map<String, SourceState> partition = states.get(poll.partition());
    if (partition != null) {
      partition.put(id, piece.state());
    }
    if (piece.isLast()) {
      polls.remove(id, poll);
      polledOnce.add(id);
    }
  }

  List<SourceHealth> health() {
    return sources.values().stream()
        .flatMap(s -> state(s).map(state -> SourceHealth.of(s.source(), state)).stream())
        .toList();
  }

  /**
   * Whether every source has been polled since the start or is not due yet, and no poll has
   * articles on their way. Asking again what has been asked before does not count as work.
   */
  boolean isIdle(Instant now) {
    return polls.entrySet().stream()
            .allMatch(e -> polledOnce.contains(e.getKey()) && !e.getValue().isBringing())
        && sources.values().stream()
            .allMatch(s -> polledOnce.contains(s.source().getId()) || !isDue(s, now));
  }
}
