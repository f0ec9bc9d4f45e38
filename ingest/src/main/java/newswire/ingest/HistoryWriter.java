package newswire.ingest;

import java.time.Duration;
import java.util.Map;
import newswire.schemas.Topics;
import newswire.schemas.avro.SourceState;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes records that were records before, as they were, so many in one transaction with how far
 * the writing has come. For one thread.
 */
public final class HistoryWriter implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Outbox outbox;
  private final CompactedTopic<SourceState> states;
  private boolean open;

  /** Fences whoever wrote with the same instance id before. */
  public HistoryWriter(IngestConfig config, Topics topics) {
    KafkaClients clients = new KafkaClients(config);
    this.outbox = new Outbox(clients.producer("newswire-history-" + config.instanceId()), topics);
    this.states = new CompactedTopic<>(clients, topics.sourceState());
    outbox.fenceOthers();
  }

  /** All that {@link #commit} has left, by anybody, by its id. */
  public Map<String, SourceState> progress() {
    return states.read(PATIENCE);
  }

  /** Adds a record to the transaction. */
  public void add(ProducerRecord<byte[], byte[]> record) {
    begin();
    outbox.add(record);
  }

  /** Commits what has been added, and with it how far the writing has come. */
  public void commit(SourceState progress) {
    begin();
    outbox.add(progress);
    outbox.commit();
    open = false;
  }

  private void begin() {
    if (!open) {
      outbox.begin();
      open = true;
    }
  }

  /** Forgets what has not been committed. */
  @Override
  public void close() {
    outbox.close();
  }
}
