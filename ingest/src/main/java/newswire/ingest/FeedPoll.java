package newswire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newswire.ingest.HubPlan.Ping;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Recheck;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * One poll of one source: collects the articles as they come and hands them out in pieces, each
 * with the state that goes into the same transaction. For one thread, but for {@link #isWanted}.
 */
final class FeedPoll implements Round {

  private static final Duration HELD_BACK = Duration.ofSeconds(2);

  private final Source source;
  private final int partition;
  private final Ping ping;
  private final Set<String> inFeed = new HashSet<>();
  private final List<Arrived> arrived = new ArrayList<>();
  private SourceState state;
  private @Nullable PollEnding ending;
  private Instant oldest = Instant.MAX;
  private int outstanding;
  private volatile boolean wanted = true;

  FeedPoll(Source source, int partition, SourceState state, Ping ping) {
    this.ping = ping;
    this.source = source;
    this.partition = partition;
    this.state = state;
  }

  /**
   * An article and what its entry is known by.
   *
   * @param order that of the feed
   * @param recheck when its page is asked for again; empty for never
   */
  record Arrived(int order, EntryKey key, RawArticle article, Optional<Recheck> recheck) {}

  @Override
  public Source source() {
    return source;
  }

  @Override
  public int partition() {
    return partition;
  }

  SourceState state() {
    return state;
  }

  @Override
  public boolean isPoll() {
    return true;
  }

  @Override
  public boolean isWanted() {
    return wanted;
  }

  @Override
  public void cancel() {
    wanted = false;
  }

  /** The feed has answered. */
  void answered(PollEnding how, Map<EntryKey, FeedEntry> entries, int expected) {
    ending = HubPlan.followed(how, ping, expected);
    outstanding = expected;
    entries.keySet().forEach(entry -> inFeed.add(entry.key()));
  }

  /** One of the articles expected has come. */
  void arrived(Arrived article, Instant now) {
    outstanding--;
    arrived.add(article);
    oldest = now.isBefore(oldest) ? now : oldest;
  }

  @Override
  public boolean isRipe(int batch, Instant now) {
    if (ending == null) {
      return false;
    }
    return outstanding == 0
        || arrived.size() >= batch
        || !arrived.isEmpty() && oldest.plus(HELD_BACK).isBefore(now);
  }

  @Override
  public boolean isBringing() {
    return ending != null && (outstanding > 0 || !arrived.isEmpty());
  }

  @Override
  public boolean hasArticles() {
    return !arrived.isEmpty();
  }

  @Override
  public Piece next(int most, Instant now) {
    List<Arrived> taken =
        arrived.stream().limit(most).sorted(Comparator.comparingInt(Arrived::order)).toList();
    boolean last = ending != null && outstanding == 0 && taken.size() == arrived.size();
    SourceState after = last && ending != null ? ending.state() : state;
    SeenEntries seen = new SeenEntries(state.getSeen());
    SourceState written =
        SourceState.newBuilder(after)
            .setSeen(seen.with(taken.stream().map(Arrived::key).toList(), now, inFeed))
            .setArticles(state.getArticles() + taken.size())
            .setRechecks(rechecks(taken))
            .build();
    return new Piece(
        this,
        taken.stream().map(Arrived::article).toList(),
        List.of(),
        last && ending != null ? ending.letter() : Optional.empty(),
        written,
        last);
  }

  private List<Recheck> rechecks(List<Arrived> taken) {
    if (!source.getRecheck()) {
      return List.of();
    }
    return RecheckPlan.merged(
        state.getRechecks(), taken.stream().flatMap(a -> a.recheck().stream()).toList());
  }

  @Override
  public void written(Piece piece, Instant now) {
    arrived.subList(0, piece.articles().size()).clear();
    oldest = arrived.isEmpty() ? Instant.MAX : now;
    state = piece.state();
  }
}
