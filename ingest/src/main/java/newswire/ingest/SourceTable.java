package newswire.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import newswire.ingest.HubPlan.Ping;
import newswire.schemas.avro.Hub;
import newswire.schemas.avro.HubNotice;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/** The sources that are ours for now, what is known of each, and the polls under way. */
final class SourceTable {

  private static final Set<SourceKind> POLLED = Set.of(SourceKind.FEED, SourceKind.SITEMAP);

  private static final int MOST_HUBS_ASKED = 4;

  private final Map<String, Assigned> sources = new TreeMap<>();
  private final Map<Integer, Map<String, SourceState>> states = new HashMap<>();
  private final Map<String, Round> rounds = new HashMap<>();
  private final Map<String, HubNotice> notices = new HashMap<>();

  private final Set<String> polledOnce;

  /**
   * @param since when the source's record was written
   */
  private record Assigned(Source source, int partition, Instant since) {}

  /**
   * @param polledOnce filled with the ids of sources that have been polled
   */
  SourceTable(Set<String> polledOnce) {
    this.polledOnce = polledOnce;
  }

  /**
   * A source's record as it stands now.
   *
   * @param source null when it is removed
   * @param since when it was written
   */
  void put(int partition, String id, @Nullable Source source, Instant since) {
    Assigned before = sources.get(id);
    if (source == null) {
      sources.remove(id);
    } else {
      sources.put(id, new Assigned(source, partition, since));
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
    Round round = rounds.remove(id);
    if (round != null) {
      round.cancel();
    }
  }

  void cancelAll() {
    rounds.values().forEach(Round::cancel);
    rounds.clear();
  }

  /** What the hub of a source has told last, whoever has the source. */
  void heard(String id, HubNotice notice) {
    notices.put(id, notice);
  }

  /** Begins a poll of every source whose time has come. */
  List<FeedPoll> due(Instant now) {
    List<FeedPoll> due = new ArrayList<>();
    for (Assigned s : sources.values()) {
      if (isDue(s, now)) {
        SourceState state = state(s).orElseThrow();
        due.add(new FeedPoll(s.source(), s.partition(), state, ping(s, state)));
      }
    }
    due.forEach(poll -> rounds.put(poll.source().getId(), poll));
    return due;
  }

  /** Begins a round of pages for every source that has some due and nothing else under way. */
  List<RecheckRound> recheckable(Instant now) {
    List<RecheckRound> due = new ArrayList<>();
    for (Assigned s : sources.values()) {
      Source source = s.source();
      boolean free = !source.getPaused() && !rounds.containsKey(source.getId());
      if (free && source.getRecheck() && state(s).filter(state -> has(state, now)).isPresent()) {
        due.add(new RecheckRound(source, s.partition(), state(s).orElseThrow(), now));
      }
    }
    due.forEach(round -> rounds.put(round.source().getId(), round));
    return due;
  }

  /** Begins to ask, or to put down what they have answered, for every hub that this is due for. */
  List<HubRound> hubRounds(Instant now) {
    List<HubRound> due = new ArrayList<>();
    // A source is not polled while its hub is asked: none may wait in a long row for its hub.
    long room =
        MOST_HUBS_ASKED - rounds.values().stream().filter(HubRound.class::isInstance).count();
    for (Assigned s : sources.values()) {
      if (due.size() < room && isPollable(s) && !rounds.containsKey(s.source().getId())) {
        state(s)
            .filter(state -> !state.getGone() && PollRequest.isOf(s.source(), state))
            .flatMap(state -> hubRound(s, state, now))
            .ifPresent(due::add);
      }
    }
    due.forEach(round -> rounds.put(round.source().getId(), round));
    return due;
  }

  private Optional<HubRound> hubRound(Assigned s, SourceState state, Instant now) {
    if (state.getHub().isEmpty()) {
      return Optional.empty();
    }
    Hub hub = state.getHub().get();
    HubNotice notice = notices.get(s.source().getId());
    if (notice != null && HubPlan.isAnswered(hub, notice)) {
      Hub answered = HubPlan.answered(hub, notice);
      return Optional.of(new HubRound(s.source(), s.partition(), state, answered));
    }
    return hub.getNextRequest().isAfter(now)
        ? Optional.empty()
        : Optional.of(new HubRound(s.source(), s.partition(), state, null));
  }

  private Ping ping(Assigned s, SourceState state) {
    return Ping.of(state, notices.get(s.source().getId()));
  }

  private static boolean has(SourceState state, Instant now) {
    return !state.getRechecks().isEmpty() && !state.getRechecks().get(0).getDue().isAfter(now);
  }

  private boolean isDue(Assigned s, Instant now) {
    return isPollable(s)
        && !rounds.containsKey(s.source().getId())
        && state(s).filter(state -> isDue(s, state, now)).isPresent();
  }

  private boolean isDue(Assigned s, SourceState state, Instant now) {
    if (state.getGone() && PollRequest.isOf(s.source(), state)) {
      // Its record has been written again since: somebody wants to know whether it is back.
      return state.getPolled().isBefore(s.since());
    }
    return isDue(s.source(), state, now) || state.getFailures() == 0 && ping(s, state).isNew();
  }

  // A source that moved, or whose record says another interval, need not wait for what was planned.
  private static boolean isDue(Source source, SourceState state, Instant now) {
    if (!HubPlan.nextPoll(source, state).isAfter(now) || !state.getUrl().equals(source.getUrl())) {
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

  Collection<Round> rounds() {
    return rounds.values();
  }

  /** A piece of a round has been committed. */
  void written(Round.Piece piece, Instant now) {
    Round round = piece.round();
    round.written(piece, now);
    String id = round.source().getId();
    Map<String, SourceState> partition = states.get(round.partition());
    if (partition != null) {
      partition.put(id, piece.state());
    }
    if (piece.isLast()) {
      rounds.remove(id, round);
      if (round.isPoll()) {
        polledOnce.add(id);
      }
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
    return rounds.values().stream().noneMatch(this::isWork)
        && sources.values().stream()
            .allMatch(s -> polledOnce.contains(s.source().getId()) || !isDue(s, now));
  }

  private boolean isWork(Round round) {
    boolean isFirst = round.isPoll() && !polledOnce.contains(round.source().getId());
    return isFirst || round.isBringing();
  }
}
