package newswire.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a compacted topic from its beginning to where it ends now. */
record CompactedTopic<V>(KafkaClients clients, Topic<String, V> topic) {

  private static final Duration TICK = Duration.ofMillis(200);

  /** The latest committed value of every key in the whole topic. */
  Map<String, V> read(Duration patience) {
    try (Consumer<String, V> consumer = clients.reader(topic)) {
      return read(
          consumer.partitionsFor(topic.name()).stream().map(p -> p.partition()).toList(), patience);
    }
  }

  /**
   * The latest committed value of every key in some partitions.
   *
   * <p>The end is the high watermark and not the last stable offset: a transaction that its writer
   * has ended, but whose markers are still on their way, is waited for and not overlooked.
   *
   * @throws TimeoutException if the end is not reached in time, as behind a hanging transaction
   */
  Map<String, V> read(Collection<Integer> partitions, Duration patience) {
    List<TopicPartition> assigned =
        partitions.stream().map(p -> new TopicPartition(topic.name(), p)).toList();
    Map<TopicPartition, Long> ends = clients.ends(assigned);
    Map<String, V> latest = new HashMap<>();
    long deadline = System.nanoTime() + patience.toNanos();
    try (Consumer<String, V> consumer = clients.reader(topic)) {
      consumer.assign(assigned);
      consumer.seekToBeginning(assigned);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, V> record : consumer.poll(TICK)) {
          if (record.value() == null) {
            latest.remove(record.key());
          } else {
            latest.put(record.key(), record.value());
          }
        }
        if (System.nanoTime() > deadline) {
          throw behind(consumer, ends);
        }
      }
    }
    return latest;
  }

  private TimeoutException behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, String> behind = new TreeMap<>(Comparator.comparing(Object::toString));
    ends.forEach(
        (partition, end) -> {
          long position = consumer.position(partition);
          if (position < end) {
            behind.put(partition, position + " of " + end);
          }
        });
    return new TimeoutException(
        "the end of "
            + topic.name()
            + " was not reached: "
            + behind
            + "; "
            + clients.openTransactions(behind.keySet()));
  }
}
