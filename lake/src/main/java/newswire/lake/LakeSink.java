package newswire.lake;

import java.time.Duration;
import java.util.Map;
import newswire.lake.LakeLoop.Writing;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import newswire.sink.intake.DeadLetters;
import newswire.sink.intake.GroupConsumer;
import newswire.sink.intake.KnownOrders;
import newswire.sink.intake.LagReport;
import newswire.sink.intake.Lifecycle;
import newswire.sink.intake.Progress;
import newswire.sink.intake.RecordReader;
import newswire.sink.lake.LakeConfig;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Carries every state of articles, stories and withdrawals into a {@link Lake}, each exactly once.
 *
 * <p>Several processes of one group share the partitions. The text of an article that is known to
 * be killed is not written; what cannot be read or stored goes to the dead letters, at least once.
 */
final class LakeSink implements Sink {

  private static final Duration BREATH = Duration.ofMillis(100);
  private static final Duration LEAVE = Duration.ofSeconds(5);
  private static final int POLLED = 2_000;

  private final String stage;
  private final LakeConfig config;
  private final Lake lake;
  private final Map<String, Object> kafka;
  private final Topics topics;
  private final Progress progress;
  private final Lifecycle lifecycle;

  /**
   * Connects to nothing yet.
   *
   * @param stage who refuses, such as {@code sink.parquet}
   */
  LakeSink(String stage, LakeConfig config, Lake lake, Map<String, Object> kafka, Topics topics) {
    this.stage = stage;
    this.config = config;
    this.lake = lake;
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
    try (lake;
        DeadLetters letters = new DeadLetters(stage, topics.deadLetters(), kafka);
        KnownOrders orders = new KnownOrders(topics, kafka)) {
      KafkaConsumer<byte[], byte[]> consumer = GroupConsumer.of(kafka, config.group(), POLLED);
      Map<String, Dataset> datasets = Dataset.byTopic(topics);
      Claims claims = new Claims(consumer, datasets);
      LagReport lag = new LagReport(consumer);
      Writing writing = new Writing(orders, letters, progress);
      LakeLoop loop =
          new LakeLoop(config, consumer, claims, new RecordReader(topics), lake, writing);
      try {
        consumer.subscribe(datasets.keySet(), claims);
        while (lifecycle.isOpen()) {
          loop.turn();
          lag.report(claims.positions());
          // A consumer in trouble may return from its poll at once.
          if (progress.isWaiting() && lifecycle.closesWithin(BREATH)) {
            break;
          }
        }
        loop.finish();
        lag.reportLast(claims.positions());
      } finally {
        consumer.close(CloseOptions.timeout(LEAVE));
      }
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
