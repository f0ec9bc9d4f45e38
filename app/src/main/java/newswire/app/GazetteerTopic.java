package newswire.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import newswire.schemas.Topic;
import newswire.schemas.avro.GazetteerEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads and writes the topic of users' names; what is written at once counts at once or never. */
final class GazetteerTopic {

  private static final int PATIENCE_MS = 15_000;

  private final Cluster cluster;
  private final Topic<String, GazetteerEntry> topic;

  GazetteerTopic(Cluster cluster) {
    this.cluster = cluster;
    this.topic = cluster.topics().gazetteer();
  }

  /** All entries, by id. */
  Map<String, GazetteerEntry> read() {
    return new TreeMap<>(new TopicReader(cluster).latest(topic));
  }

  /** Writes those that are new or differ; returns their number. */
  int publish(Collection<GazetteerEntry> entries) {
    Map<String, GazetteerEntry> known = read();
    Map<String, @Nullable GazetteerEntry> changed = new TreeMap<>();
    for (GazetteerEntry entry : entries) {
      if (!entry.equals(known.get(entry.getId()))) {
        changed.put(entry.getId(), entry);
      }
    }
    write(changed);
    return changed.size();
  }

  /** Removes entries. */
  void remove(Collection<String> ids) {
    Map<String, @Nullable GazetteerEntry> removed = new TreeMap<>();
    ids.forEach(id -> removed.put(id, null));
    write(removed);
  }

  private void write(Map<String, @Nullable GazetteerEntry> records) {
    if (records.isEmpty()) {
      return;
    }
    long now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
    try (Producer<String, GazetteerEntry> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records.forEach(
          (id, entry) ->
              sent.add(producer.send(new ProducerRecord<>(topic.name(), null, now, id, entry))));
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      producer.commitTransaction();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exit.failed("interrupted; nothing of it counts");
    } catch (ExecutionException e) {
      throw Exit.failed(
          "Kafka did not take the names, and nothing of it counts: " + e.getMessage());
    }
  }

  private Producer<String, GazetteerEntry> producer() {
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "newswire-gazetteer");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    return new KafkaProducer<>(config, topic.key().serializer(), topic.value().serializer());
  }
}
