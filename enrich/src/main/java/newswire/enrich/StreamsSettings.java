package newswire.enrich;

import java.util.Properties;
import newswire.enrich.failure.DeadLetterHandler;
import newswire.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings of one of our applications. */
final class StreamsSettings {

  // A raw record may have 8 MiB; its dead letter has the same bytes and a little more.
  private static final int LARGEST_RECORD = 8 * 1024 * 1024 + 64 * 1024;
  private static final int HEARTBEATS_PER_SESSION = 4;
  private static final int LONGEST_POLL_MS = 120_000;
  private static final int RECORDS_PER_POLL = 500;

  private StreamsSettings() {}

  /** The settings of the application called {@code kind}. */
  static Properties of(EnrichConfig config, Topics topics, String kind) {
    Properties settings = new Properties();
    settings.putAll(config.client());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationPrefix() + kind);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // The newer protocol refuses any change of a topology under one application id.
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreLayout.class);
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(LARGEST_RECORD));
    addClients(settings, config);
    addFailures(settings, topics, kind);
    return settings;
  }

  private static void addClients(Properties settings, EnrichConfig config) {
    int session = Math.toIntExact(config.sessionTimeout().toMillis());
    consumer(settings, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    consumer(
        settings, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_PER_SESSION);
    consumer(settings, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_POLL_MS);
    consumer(settings, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
    consumer(settings, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    producer(
        settings,
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Math.toIntExact(config.transactionTimeout().toMillis()));
    producer(settings, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
    producer(settings, ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
  }

  private static void addFailures(Properties settings, Topics topics, String kind) {
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(DeadLetterHandler.TOPIC_CONFIG, topics.deadLetters());
    settings.put(DeadLetterHandler.STAGE_CONFIG, kind);
  }

  private static void consumer(Properties settings, String key, Object value) {
    settings.put(StreamsConfig.consumerPrefix(key), value);
  }

  private static void producer(Properties settings, String key, Object value) {
    settings.put(StreamsConfig.producerPrefix(key), value);
  }
}
