package newswire.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import newswire.ingest.FeedPoll.Arrived;
import newswire.ingest.Round.Piece;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Recheck;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.CommitFailedException;

/**
 * One membership of the group with one producer. All it knows it reads from the topics at its
 * beginning, so that after any trouble another session goes on where this one stopped.
 */
final class IngestSession implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private final int batch;
  private final RecheckPlan plan;
  private final Clock clock;
  private final Crawl crawl;
  private final SourceTable table;
  private final Connections connections;
  private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();

  /** What a session has open towards Kafka. */
  record Connections(
      Membership membership,
      Outbox outbox,
      CompactedTopic<Withdrawal> withdrawals,
      Optional<Subscriber> subscriber) {}

  IngestSession(
      IngestConfig config, Clock clock, Crawl crawl, SourceTable table, Connections connections) {
    this.batch = config.batchArticles();
    this.plan = new RecheckPlan(config.recheckAfter());
    this.clock = clock;
    this.crawl = crawl;
    this.table = table;
    this.connections = connections;
  }

  /** First the producer: what it fences and ends must not be overlooked when states are read. */
  void begin() {
    connections.outbox().fenceOthers();
    connections.membership().join();
  }

  /** One round: takes in changes, begins polls, writes what has come. */
  void turn() {
    connections.membership().poll(arrivals.isEmpty() ? TICK : Duration.ZERO);
    connections.subscriber().ifPresent(hubs -> hubs.turn(table, crawl, clock, arrivals));
    table.due(clock.instant()).forEach(this::ask);
    table.recheckable(clock.instant()).forEach(this::askAgain);
    takeArrivals();
    write(false);
  }

  boolean isIdle() {
    return arrivals.isEmpty()
        && connections.membership().isUpToDate()
        && table.isIdle(clock.instant());
  }

  List<SourceHealth> health() {
    return table.health();
  }

  private void ask(FeedPoll poll) {
    crawl.feed(
        poll.source(),
        poll.state(),
        poll::isWanted,
        answer -> arrivals.add(() -> answered(poll, answer)));
  }

  private void askAgain(RecheckRound round) {
    for (Recheck page : round.due()) {
      crawl.again(
          round.source(),
          page,
          round::isWanted,
          result -> arrivals.add(() -> again(round, page, result)));
    }
  }

  private void again(RecheckRound round, Recheck page, FetchResult result) {
    round.arrived(RecheckResult.of(round.source(), page, result, clock.instant(), plan));
  }

  private void takeArrivals() {
    for (Runnable arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
      arrival.run();
    }
  }

  private void answered(FeedPoll poll, FeedAnswer answer) {
    if (!poll.isWanted()) {
      return;
    }
    PollEnding ending = PollEnding.of(poll.source(), poll.state(), answer, clock.instant());
    if (!(answer instanceof FeedAnswer.Read read)) {
      poll.answered(ending, Map.of(), 0);
      return;
    }
    Map<EntryKey, FeedEntry> entries = EntryKey.all(read.feed().entries());
    SeenEntries seen = new SeenEntries(poll.state().getSeen());
    List<Map.Entry<EntryKey, FeedEntry>> fresh =
        entries.entrySet().stream().filter(entry -> !seen.contains(entry.getKey())).toList();
    poll.answered(ending, entries, fresh.size());
    // Feeds have the newest first; the stream has it last.
    for (int i = fresh.size() - 1; i >= 0; i--) {
      page(poll, fresh.size() - i, fresh.get(i).getKey(), fresh.get(i).getValue());
    }
  }

  private void page(FeedPoll poll, int order, EntryKey key, FeedEntry entry) {
    Source source = poll.source();
    if (entry.getLink().isEmpty()) {
      Instant now = clock.instant();
      poll.arrived(
          new Arrived(order, key, PageArticle.withoutPage(source, entry, now), Optional.empty()),
          now);
      return;
    }
    crawl.page(
        source,
        entry,
        poll::isWanted,
        result -> {
          RawArticle article = PageArticle.of(source, entry, result, clock.instant());
          // On the crawl's thread, as it reads the page.
          Arrived arrived = new Arrived(order, key, article, recheck(source, article, result));
          arrivals.add(() -> poll.arrived(arrived, clock.instant()));
        });
  }

  private Optional<Recheck> recheck(Source source, RawArticle article, FetchResult result) {
    String etag = result instanceof Fetched page ? page.etag() : "";
    return source.getRecheck() ? plan.first(article, etag) : Optional.empty();
  }

  /** Writes what is ripe, or all that has come, in transactions of bounded size. */
  private void write(boolean all) {
    for (List<Piece> pieces = ripe(all); !pieces.isEmpty(); pieces = ripe(all)) {
      if (!write(pieces)) {
        return;
      }
      Instant now = clock.instant();
      pieces.forEach(piece -> table.written(piece, now));
    }
  }

  private List<Piece> ripe(boolean all) {
    List<Piece> pieces = new ArrayList<>();
    Instant now = clock.instant();
    int room = batch;
    long bytes = 0;
    for (Round round : table.rounds()) {
      boolean ripe = all ? round.hasArticles() : round.isRipe(batch, now);
      if (ripe && room > 0 && bytes < MOST_BYTES) {
        Piece piece = round.next(room, now);
        pieces.add(piece);
        room -= piece.articles().size();
        bytes += piece.articles().stream().mapToLong(a -> a.getBody().remaining()).sum();
      }
    }
    return pieces;
  }

  /**
   * Whether the group let us: if it is just dividing the sources anew, it is for later or others.
   */
  private boolean write(List<Piece> pieces) {
    Outbox outbox = connections.outbox();
    Set<String> withdrawn = withdrawn(pieces);
    outbox.begin();
    for (Piece piece : pieces) {
      for (RawArticle article : piece.articles()) {
        outbox.add(article);
      }
      for (Withdrawal withdrawal : piece.withdrawals()) {
        if (!withdrawn.contains(withdrawal.getArticleId())) {
          outbox.add(withdrawal);
        }
      }
      piece.letter().ifPresent(outbox::add);
      outbox.add(piece.state(), piece.round().partition());
    }
    Membership membership = connections.membership();
    try {
      outbox.commit(
          membership.offsets(
              pieces.stream().map(p -> p.round().partition()).collect(Collectors.toSet())),
          membership.group());
      return true;
    } catch (CommitFailedException e) {
      outbox.abort();
      return false;
    }
  }

  /** Ids that somebody has given an order for already, which ours must not undo. */
  private Set<String> withdrawn(List<Piece> pieces) {
    return pieces.stream().allMatch(piece -> piece.withdrawals().isEmpty())
        ? Set.of()
        : connections.withdrawals().read(PATIENCE).keySet();
  }

  /** Writes what has come, leaves what has not for the next poll, and gives the sources away. */
  void end() {
    takeArrivals();
    write(true);
    table.cancelAll();
    connections.membership().leave();
  }

  @Override
  public void close() {
    table.cancelAll();
    try {
      connections.outbox().close();
      connections.subscriber().ifPresent(Subscriber::close);
    } finally {
      connections.membership().close();
    }
  }
}
