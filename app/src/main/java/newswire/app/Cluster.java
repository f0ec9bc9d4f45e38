package newswire.app;

import java.util.HashMap;
import java.util.Map;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A Kafka cluster and the registry beside it.
 *
 * @param bootstrapServers as Kafka clients take them
 * @param registryUrl of the Confluent-compatible API
 * @param prefix of all topic names
 */
record Cluster(String bootstrapServers, String registryUrl, String prefix) {

  private static final int PATIENCE_MS = 15_000;

  static Cluster of(RunFile run) {
    return new Cluster(run.bootstrapServers(), run.registryUrl(), run.topicPrefix());
  }

  SchemaRegistry registry() {
    return SchemaRegistry.at(registryUrl, Map.of());
  }

  Topics topics() {
    return new Topics(prefix, registry());
  }

  Admin admin() {
    return Admin.create(
        Map.of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            PATIENCE_MS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MS / 3));
  }

  /** Settings that every client of this cluster needs. */
  Map<String, Object> client() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  /** A consumer that belongs to no group and sees committed records only. */
  <K, V> Consumer<K, V> reader(Deserializer<K> key, Deserializer<V> value) {
    return reader(key, value, Map.of());
  }

  /** The same with further settings. */
  <K, V> Consumer<K, V> reader(
      Deserializer<K> key, Deserializer<V> value, Map<String, Object> settings) {
    Map<String, Object> config = new HashMap<>(client());
    config.putAll(settings);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    return new KafkaConsumer<>(config, key, value);
  }
}
