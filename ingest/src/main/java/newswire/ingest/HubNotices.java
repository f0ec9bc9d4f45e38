package newswire.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import newswire.schemas.Topic;
import newswire.schemas.avro.HubNotice;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows what hubs tell, of all sources, from the beginning. For one thread. */
final class HubNotices implements AutoCloseable {

  private final Consumer<String, HubNotice> consumer;
  private final Map<TopicPartition, Long> ends;

  private HubNotices(Consumer<String, HubNotice> consumer, Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.ends = ends;
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
  }

  static HubNotices follow(KafkaClients clients, Topic<String, HubNotice> topic) {
    Consumer<String, HubNotice> consumer = clients.reader(topic);
    try {
      List<TopicPartition> all =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(topic.name(), p.partition()))
              .toList();
      return new HubNotices(consumer, clients.ends(all));
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** Gives on what has come; never waits. */
  void poll(BiConsumer<String, HubNotice> then) {
    for (ConsumerRecord<String, HubNotice> record : consumer.poll(Duration.ZERO)) {
      if (record.value() != null) {
        then.accept(record.key(), record.value());
      }
    }
  }

  /** Whether all is read that was there when we began. */
  boolean isUpToDate() {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
