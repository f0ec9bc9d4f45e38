package newswire.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.SourceState;

/**
 * Writes articles that were not polled, such as those of files, to the raw topic, so many in one
 * transaction. For one thread.
 */
public final class RawWriter implements AutoCloseable {

  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Outbox outbox;
  private final WireOrders orders;
  private final CompactedTopic<SourceState> states;
  private final int batch;
  private int pending;
  private long bytes;
  private boolean open;
  private boolean refreshed;

  /** Fences whoever wrote with the same instance id before. */
  public RawWriter(IngestConfig config, Topics topics) {
    KafkaClients clients = new KafkaClients(config);
    this.batch = config.batchArticles();
    this.outbox = new Outbox(clients.producer("newswire-files-" + config.instanceId()), topics);
    this.orders = new WireOrders(clients, topics.withdrawals());
    this.states = new CompactedTopic<>(clients, topics.sourceState());
    outbox.fenceOthers();
  }

  /** What {@link #progress} left last under this id, by whoever had our instance id. */
  public Optional<SourceState> progress(String id) {
    return Optional.ofNullable(states.read(PATIENCE).get(id));
  }

  /** Commits what has been added, and with it how far the reading has come. */
  public void commit(SourceState progress) {
    begin();
    outbox.add(progress);
    commit();
  }

  /**
   * Adds an article, and what its wire orders with it; when it is the last of a batch, the batch is
   * committed.
   */
  public void add(RawArticle article) {
    begin();
    put(article);
    added(article.getBody().remaining());
  }

  /** Adds what could not become an article, likewise. */
  public void add(DeadLetter letter) {
    begin();
    outbox.add(letter);
    added(letter.getValue().map(value -> value.remaining()).orElse(0));
  }

  /** Adds what belongs together: all of it is committed at once, or nothing. */
  public void addAll(List<RawArticle> articles, List<DeadLetter> letters) {
    begin();
    articles.forEach(this::put);
    letters.forEach(outbox::add);
  }

  private void put(RawArticle article) {
    outbox.add(article);
    if (article.getWire().isPresent()) {
      if (!refreshed) {
        orders.refresh();
        refreshed = true;
      }
      orders.of(article).ifPresent(outbox::add);
    }
  }

  private void begin() {
    if (!open) {
      outbox.begin();
      open = true;
    }
  }

  private void added(int size) {
    pending++;
    bytes += size;
    if (pending >= batch || bytes >= MOST_BYTES) {
      commit();
    }
  }

  /** Commits what has been added. */
  public void commit() {
    if (open) {
      outbox.commit();
      open = false;
      refreshed = false;
      pending = 0;
      bytes = 0;
    }
  }

  /** Forgets what has not been committed. */
  @Override
  public void close() {
    try {
      outbox.close();
    } finally {
      orders.close();
    }
  }
}
