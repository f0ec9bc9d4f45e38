package newswire.sink.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.schemas.InForce;
import newswire.schemas.Topics;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Every order of the topic of withdrawals, in memory, for stores that cannot call back what they
 * have written: an order must not wait behind a backlog of articles. One takes some 200 bytes.
 */
public final class KnownOrders implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final RecordReader reader;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, Withdrawal> orders = new HashMap<>();
  private List<TopicPartition> partitions = List.of();

  /**
   * Reads nothing yet.
   *
   * @param kafka {@code bootstrap.servers} and whatever else the client needs here
   */
  public KnownOrders(Topics topics, Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("default.api.timeout.ms", 15_000);
    this.topic = topics.withdrawals().name();
    this.reader = new RecordReader(topics);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Those that have been given by now. What cannot be read is a dead letter of the sinks that store
   * orders.
   *
   * @throws RecordReader.RegistryTrouble if one cannot be read now; then none of them is passed
   *     over
   */
  public Orders now() {
    if (partitions.isEmpty()) {
      begin();
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    try {
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(this::take);
      }
    } catch (RecordReader.RegistryTrouble e) {
      partitions = List.of(); // the rest of what was polled is read again
      throw e;
    }
    return new Orders(orders);
  }

  private void begin() {
    List<TopicPartition> all =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    partitions = all;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (!(reader.read(record).change() instanceof Change.Order order)) {
      return;
    }
    orders.merge(order.withdrawal().getArticleId(), order.withdrawal(), InForce::of);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
