package newswire.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newswire.schemas.Topic;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes orders to the withdrawals topic. */
final class Withdrawals implements AutoCloseable {

  private final Topic<String, Withdrawal> topic;
  private final Producer<String, Withdrawal> producer;
  private final Clock clock;

  Withdrawals(Cluster cluster, Clock clock) {
    this.topic = cluster.topics().withdrawals();
    this.clock = clock;
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    this.producer =
        new KafkaProducer<>(config, topic.key().serializer(), topic.value().serializer());
  }

  /** Orders a kill and waits until it is on the topic. */
  void kill(String articleId, String reason, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Withdrawal order =
        Withdrawal.newBuilder()
            .setArticleId(articleId)
            .setStatus(Status.KILLED)
            .setReason(reason)
            .setBy(by)
            .setAt(now)
            .build();
    try {
      producer
          .send(new ProducerRecord<>(topic.name(), null, now.toEpochMilli(), articleId, order))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exit.failed("interrupted before the withdrawal was written");
    } catch (ExecutionException e) {
      throw Exit.failed("the withdrawal was not written: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
