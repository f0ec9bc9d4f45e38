package newswire.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newswire.schemas.Topic;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka clients that ingest needs, with the settings that its promises rest on. */
record KafkaClients(IngestConfig config) {

  /** The dead-letter topic takes a little more than the largest body. */
  static final int LARGEST_REQUEST = 8 * 1024 * 1024 + 64 * 1024;

  private static final int PATIENCE_MS = 10_000;

  /** Idempotent and transactional; whoever had the id before is fenced. */
  Producer<byte[], byte[]> producer(String transactionalId) {
    Map<String, Object> settings = common();
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) config.transactionTimeout().toMillis());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A member of the group that shares the sources. */
  <K, V> Consumer<K, V> member(Topic<K, V> topic) {
    Map<String, Object> settings = reading();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.groupId());
    // A restarted process takes its sources back at once instead of waiting for its own time-out.
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instanceId());
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    int session = (int) config.sessionTimeout().toMillis();
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.max(1, session / 3));
    return new KafkaConsumer<>(settings, topic.key().deserializer(), topic.value().deserializer());
  }

  /** Reads partitions of one's own choice, committed records only. */
  <K, V> Consumer<K, V> reader(Topic<K, V> topic) {
    Map<String, Object> settings = reading();
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId() + "-" + topic.name());
    return new KafkaConsumer<>(settings, topic.key().deserializer(), topic.value().deserializer());
  }

  /** The high watermarks: where partitions end, open transactions included. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    try (Admin admin = Admin.create(common())) {
      admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the ends of " + partitions, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while reading the ends of " + partitions, e);
    }
  }

  /** What holds readers of committed records back in partitions, in one sentence. */
  String openTransactions(Collection<TopicPartition> partitions) {
    try (Admin admin = Admin.create(common())) {
      return new OpenTransactions(admin).describe(partitions);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while looking at " + partitions, e);
    }
  }

  private Map<String, Object> reading() {
    Map<String, Object> settings = common();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  private Map<String, Object> common() {
    Map<String, Object> settings = new HashMap<>(config.kafka());
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId());
    return settings;
  }

  private String clientId() {
    return config.groupId() + "-" + config.instanceId();
  }
}
