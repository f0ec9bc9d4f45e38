package newswire.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import newswire.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning to its present end. */
final class TopicReader {

  private final Cluster cluster;

  TopicReader(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Gives every committed record to {@code each}, in order within a partition. */
  <K, V> void read(Topic<K, V> topic, Consumer<ConsumerRecord<K, V>> each) {
    try (org.apache.kafka.clients.consumer.Consumer<K, V> consumer =
        cluster.reader(topic.key().deserializer(), topic.value().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(each);
      }
    }
  }

  /** The last value of every key of a compacted topic, deleted keys left out. */
  <K, V> Map<K, V> latest(Topic<K, V> topic) {
    Map<K, V> latest = new LinkedHashMap<>();
    read(
        topic,
        record -> {
          latest.remove(record.key());
          if (record.value() != null) {
            latest.put(record.key(), record.value());
          }
        });
    return latest;
  }
}
