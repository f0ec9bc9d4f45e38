package newswire.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import newswire.schemas.Topic;
import newswire.schemas.avro.Article;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Writes articles to the topic from which live takes them over, some hundred in a transaction. What
 * was sent before an interruption may be sent again: live takes it for the same. A second writer of
 * one replay shuts the first one out.
 */
final class PromotionWriter implements AutoCloseable {

  private static final int MOST_AT_ONCE = 200;
  private static final int PATIENCE_MS = 30_000;

  private final Topic<String, Article> topic;
  private final Rate rate;
  private final Clock clock;
  private final Producer<String, Article> producer;
  private final List<Future<RecordMetadata>> pending = new ArrayList<>();
  private final long start = System.nanoTime();
  private long sent;

  PromotionWriter(Cluster cluster, String replay, Rate rate, Clock clock) {
    this.topic = cluster.topics().promotions();
    this.rate = rate;
    this.clock = clock;
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "newswire-promote-" + replay);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    this.producer =
        new KafkaProducer<>(config, topic.key().serializer(), topic.value().serializer());
    producer.initTransactions();
  }

  /** Sends an article to where live has what it knows of it: the task of its raw partition. */
  void send(Article article) {
    long ahead = start + rate.nanosUntil(sent) - System.nanoTime();
    if (ahead > 0) {
      LockSupport.parkNanos(ahead);
    }
    if (pending.isEmpty()) {
      producer.beginTransaction();
    }
    pending.add(
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                article.getRaw().getPartition(),
                clock.millis(),
                article.getId(),
                article)));
    sent++;
    if (pending.size() >= Math.min(MOST_AT_ONCE, rate.atOnce())) {
      commit();
    }
  }

  /** Makes visible what was sent. */
  void commit() {
    if (pending.isEmpty()) {
      return;
    }
    try {
      for (Future<RecordMetadata> one : pending) {
        one.get();
      }
      producer.commitTransaction();
      pending.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exit.failed("interrupted; the same command goes on");
    } catch (ExecutionException e) {
      throw Exit.failed(
          "Kafka did not take all articles: " + e.getMessage() + "; the same command goes on");
    }
  }

  long sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }
}
