package newswire.ingest;

import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;

/**
 * Writes articles that were not polled, such as those of files, to the raw topic, so many in one
 * transaction. For one thread.
 */
public final class RawWriter implements AutoCloseable {

  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private final Outbox outbox;
  private final int batch;
  private int pending;
  private long bytes;
  private boolean open;

  /** Fences whoever wrote with the same instance id before. */
  public RawWriter(IngestConfig config, Topics topics) {
    KafkaClients clients = new KafkaClients(config);
    this.batch = config.batchArticles();
    this.outbox = new Outbox(clients.producer("newswire-files-" + config.instanceId()), topics);
    outbox.fenceOthers();
  }

  /** Adds an article; when it is the last of a batch, the batch is committed. */
  public void add(RawArticle article) {
    begin();
    outbox.add(article);
    added(article.getBody().remaining());
  }

  /** Adds what could not become an article, likewise. */
  public void add(DeadLetter letter) {
    begin();
    outbox.add(letter);
    added(letter.getValue().map(value -> value.remaining()).orElse(0));
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
      pending = 0;
      bytes = 0;
    }
  }

  /** Forgets what has not been committed. */
  @Override
  public void close() {
    outbox.close();
  }
}
