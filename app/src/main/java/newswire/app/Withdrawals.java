package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newswire.schemas.Erasure;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes orders about articles: to withdraw them, and to forget them. */
final class Withdrawals implements AutoCloseable {

  private final Topic<String, Withdrawal> topic;
  private final Topic<String, RawArticle> raw;
  private final Producer<byte[], byte[]> producer;
  private final Clock clock;

  Withdrawals(Cluster cluster, Clock clock) {
    Topics topics = cluster.topics();
    this.topic = topics.withdrawals();
    this.raw = topics.raw();
    this.clock = clock;
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
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
    byte[] value = topic.value().serializer().serialize(topic.name(), order);
    send(
        new ProducerRecord<>(
            topic.name(), null, now.toEpochMilli(), articleId.getBytes(UTF_8), value));
  }

  /**
   * Orders that enrichment forgets an article, and waits until the order is on the raw topic.
   *
   * @param key of the article's raw records
   */
  void erase(String articleId, String key) {
    send(Erasure.record(raw, key, articleId, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exit.failed("interrupted before the order was written");
    } catch (ExecutionException e) {
      throw Exit.failed("the order was not written: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
