package newswire.sink.jsonl;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.schemas.Topic;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.intake.Orders;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Every order of the topic of withdrawals, in memory: lines cannot be called back, so an order must
 * not wait behind a backlog of articles. One takes some 200 bytes.
 */
final class KnownOrders implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<String, Withdrawal> topic;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, Withdrawal> orders = new HashMap<>();
  private List<TopicPartition> partitions = List.of();

  KnownOrders(Topic<String, Withdrawal> topic, Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("default.api.timeout.ms", 15_000);
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Those that have been given by now. */
  Orders now() {
    if (partitions.isEmpty()) {
      partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(POLL).forEach(this::take);
    }
    return new Orders(orders);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    Withdrawal order;
    try {
      order = topic.value().deserializer().deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      return; // a dead letter of the sinks that store orders
    }
    String id = order.getArticleId();
    Withdrawal before = orders.get(id);
    if (before != null && before.getStatus() == Status.KILLED) {
      return;
    }
    orders.put(id, order);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
