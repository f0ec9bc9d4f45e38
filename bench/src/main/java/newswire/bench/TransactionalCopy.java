package newswire.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import newswire.schemas.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that exactly-once can cost: reads topics and writes the bytes to others in transactions
 * with the offsets, one thread, the commit interval of production; decodes and decides nothing.
 */
final class TransactionalCopy {

  private static final String GROUP = "bench-copy";
  private static final Duration POLL = Duration.ofMillis(50);
  private static final long COMMIT_NANOS = Duration.ofMillis(100).toNanos();

  private final BenchCluster cluster;
  private final List<Topic<?, ?>> from;

  TransactionalCopy(BenchCluster cluster, List<Topic<?, ?>> from) {
    this.cluster = cluster;
    this.from = from;
  }

  /** Copies all that is there; gives the nanoseconds it took from the first poll on. */
  long run() throws InterruptedException {
    create();
    Map<TopicPartition, Long> ends = cluster.ends(from);
    Map<String, Object> reading = cluster.client();
    reading.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    Map<String, Object> writing = cluster.client();
    writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP);
    writing.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    try (Consumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Producer<byte[], byte[]> producer =
            new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      producer.initTransactions();
      long start = System.nanoTime();
      copy(consumer, producer, ends);
      return System.nanoTime() - start;
    }
  }

  private static void copy(
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    producer.beginTransaction();
    long began = System.nanoTime();
    while (true) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        producer.send(
            new ProducerRecord<>(
                copyOf(record.topic()),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value()));
      }
      done.putAll(records.nextOffsets());
      boolean all =
          ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
      if (all || System.nanoTime() - began >= COMMIT_NANOS) {
        producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
        producer.commitTransaction();
        if (all) {
          return;
        }
        done.clear();
        producer.beginTransaction();
        began = System.nanoTime();
      }
    }
  }

  private void create() throws InterruptedException {
    List<NewTopic> copies = new ArrayList<>();
    for (Topic<?, ?> topic : from) {
      copies.add(
          new NewTopic(
              copyOf(topic.name()), Optional.of(topic.partitions()), Optional.<Short>empty()));
    }
    try {
      cluster.admin().createTopics(copies).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot create the topics: " + e.getMessage(), e);
    }
  }

  private static String copyOf(String topic) {
    return "bench." + topic;
  }
}
