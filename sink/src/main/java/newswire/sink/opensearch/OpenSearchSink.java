package newswire.sink.opensearch;

import java.util.Map;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import newswire.sink.intake.AtLeastOnce;
import newswire.sink.intake.AtLeastOnce.Intake;
import newswire.sink.intake.Lifecycle;
import newswire.sink.intake.Progress;
import newswire.sink.intake.RecordReader;

/**
 * Carries articles, stories and withdrawals into OpenSearch. Records are read at least once, and
 * written under versions by which the later state wins whatever is written twice: what is in the
 * indices is as if each had been written once.
 *
 * <p>Several processes of one group share the partitions. A withdrawal is carried out as it comes;
 * a killed article stays killed whatever comes later.
 */
public final class OpenSearchSink implements Sink {

  private static final String STAGE = "sink.opensearch";

  private final OpenSearchConfig config;
  private final Map<String, Object> kafka;
  private final Topics topics;
  private final Progress progress;
  private final Lifecycle lifecycle;

  /**
   * Connects to nothing yet.
   *
   * @param kafka {@code bootstrap.servers} and whatever else the Kafka clients need here
   * @param topics where to read from, and where dead letters go
   */
  public OpenSearchSink(OpenSearchConfig config, Map<String, Object> kafka, Topics topics) {
    this.config = config;
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
    this.progress = new Progress(config.longestRetry());
    this.lifecycle = new Lifecycle(progress);
  }

  @Override
  public void run() {
    lifecycle.run(this::work);
  }

  private void work() {
    Intake intake =
        new Intake(
            STAGE,
            kafka,
            topics,
            new RecordReader(topics).topics(),
            config.group(),
            config.batchSize());
    try (Client client = new Client(config)) {
      Indices indices = new Indices(client, config.prefix());
      TopicIdentity identity = new TopicIdentity(client, indices, kafka, intake.read());
      Bulk bulk = new Bulk(client, lifecycle::closesWithin);
      Reader reader = new Reader(client);
      Withdrawn withdrawn = new Withdrawn(client, reader, indices, bulk);
      Removals removals = new Removals(reader, indices);
      OpenSearchStore store = new OpenSearchStore(indices, identity, bulk, withdrawn, removals);
      AtLeastOnce.run(intake, store, progress, lifecycle);
    }
  }

  @Override
  public SinkHealth health() {
    return progress.health();
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
