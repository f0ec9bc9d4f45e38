package newswire.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Recheck;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;

/** Some pages of a source asked for again. For one thread, but for {@link #isWanted}. */
final class RecheckRound implements Round {

  /** A feed that becomes due meanwhile has to wait for them. */
  static final int MOST = 10;

  private final Source source;
  private final int partition;
  private final List<Recheck> due;
  private final List<RecheckResult> arrived = new ArrayList<>();
  private SourceState state;
  private int outstanding;
  private int taken;
  private volatile boolean wanted = true;

  RecheckRound(Source source, int partition, SourceState state, Instant now) {
    this.source = source;
    this.partition = partition;
    this.state = state;
    this.due =
        state.getRechecks().stream().filter(r -> !r.getDue().isAfter(now)).limit(MOST).toList();
    this.outstanding = due.size();
  }

  List<Recheck> due() {
    return due;
  }

  void arrived(RecheckResult result) {
    outstanding--;
    arrived.add(result);
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public int partition() {
    return partition;
  }

  @Override
  public boolean isWanted() {
    return wanted;
  }

  @Override
  public void cancel() {
    wanted = false;
  }

  @Override
  public boolean isRipe(int batch, Instant now) {
    return outstanding == 0;
  }

  @Override
  public boolean isPoll() {
    return false;
  }

  @Override
  public boolean isBringing() {
    return !arrived.isEmpty();
  }

  @Override
  public boolean hasArticles() {
    return !arrived.isEmpty();
  }

  @Override
  public Piece next(int most, Instant now) {
    taken = Math.min(most, arrived.size());
    List<RecheckResult> results = arrived.subList(0, taken);
    Set<String> done = new HashSet<>();
    List<Recheck> next = new ArrayList<>();
    List<RawArticle> articles = new ArrayList<>();
    results.forEach(
        result -> {
          done.add(result.done().getUrl());
          result.next().ifPresent(next::add);
          result.article().ifPresent(articles::add);
        });
    List<Recheck> others =
        state.getRechecks().stream().filter(r -> !done.contains(r.getUrl())).toList();
    SourceState written =
        SourceState.newBuilder(state)
            .setRechecks(RecheckPlan.merged(others, next))
            .setArticles(state.getArticles() + articles.size())
            .build();
    return new Piece(
        this,
        articles,
        results.stream().flatMap(r -> r.withdrawal().stream()).toList(),
        Optional.empty(),
        written,
        outstanding == 0 && taken == arrived.size());
  }

  @Override
  public void written(Piece piece, Instant now) {
    arrived.subList(0, taken).clear();
    taken = 0;
    state = piece.state();
  }
}
