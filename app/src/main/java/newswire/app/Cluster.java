package newswire.app;

import java.util.HashMap;
import java.util.Map;
import newswire.app.settings.Settings;
import newswire.ingest.IngestConfig;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A Kafka cluster and the registry beside it.
 *
 * @param bootstrapServers as Kafka clients take them
 * @param registryUrl of the Confluent-compatible API
 * @param prefix of all topic names
 * @param kafka further settings of every Kafka client, such as credentials
 * @param registrySettings further settings of the registry's client
 */
record Cluster(
    String bootstrapServers,
    String registryUrl,
    String prefix,
    Map<String, String> kafka,
    Map<String, String> registrySettings) {

  private static final int PATIENCE_MS = 15_000;
  private static final String USER_INFO = "basic.auth.user.info";
  private static final String USER_INFO_FROM = "basic.auth.credentials.source";

  Cluster {
    kafka = Map.copyOf(kafka);
    registrySettings = Map.copyOf(registrySettings);
  }

  /** One that asks for no credentials. */
  static Cluster open(String bootstrapServers, String registryUrl, String prefix) {
    return new Cluster(bootstrapServers, registryUrl, prefix, Map.of(), Map.of());
  }

  static Cluster of(RunFile run) {
    return open(run.bootstrapServers(), run.registryUrl(), run.topicPrefix());
  }

  /** The one that is set. */
  static Cluster of(String bootstrapServers, String registryUrl, Settings settings) {
    Map<String, String> registry = settings.section(SettingKeys.OF_REGISTRY);
    if (registry.containsKey(USER_INFO)) {
      registry.putIfAbsent(USER_INFO_FROM, "USER_INFO");
    }
    return new Cluster(
        bootstrapServers,
        registryUrl,
        settings.get(SettingKeys.TOPIC_PREFIX),
        settings.section(SettingKeys.KAFKA),
        registry);
  }

  /** The same, with clients that report to {@link KafkaMeasures} beside whom they report to. */
  Cluster measured() {
    Map<String, String> measured = new HashMap<>(kafka);
    measured.putIfAbsent(
        CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, JmxReporter.class.getName());
    measured.merge(
        CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG,
        KafkaMeasures.class.getName(),
        (others, ours) -> others + "," + ours);
    return new Cluster(bootstrapServers, registryUrl, prefix, measured, registrySettings);
  }

  SchemaRegistry registry() {
    return SchemaRegistry.at(registryUrl, registrySettings);
  }

  Topics topics() {
    return new Topics(prefix, registry());
  }

  Admin admin() {
    Map<String, Object> config = client();
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 3);
    return Admin.create(config);
  }

  /** Settings that every client of this cluster needs. */
  Map<String, Object> client() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return config;
  }

  /** Settings of ingest on this cluster, with defaults. */
  IngestConfig ingest(String instance) {
    return ingest(Map.of(), instance);
  }

  /**
   * Settings of ingest on this cluster.
   *
   * @param set by key, such as {@code user-agent}
   * @param instance what the process is called if that is not set
   */
  IngestConfig ingest(Map<String, String> set, String instance) {
    Map<String, String> all = new HashMap<>(set);
    all.put(IngestConfig.Key.BOOTSTRAP_SERVERS.key(), bootstrapServers);
    all.putIfAbsent(IngestConfig.Key.INSTANCE_ID.key(), instance);
    kafka.forEach((key, value) -> all.put(SettingKeys.KAFKA + key, value));
    try {
      return IngestConfig.of(all);
    } catch (IllegalArgumentException e) {
      throw Exit.usage(SettingKeys.INGEST + e.getMessage());
    }
  }

  /** A consumer that belongs to no group and sees committed records only. */
  <K, V> Consumer<K, V> reader(Deserializer<K> key, Deserializer<V> value) {
    return reader(key, value, Map.of());
  }

  /** The same with further settings. */
  <K, V> Consumer<K, V> reader(
      Deserializer<K> key, Deserializer<V> value, Map<String, Object> settings) {
    Map<String, Object> config = client();
    config.putAll(settings);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    return new KafkaConsumer<>(config, key, value);
  }

  @Override
  public String toString() {
    return "Cluster[" + bootstrapServers + ", " + registryUrl + ", " + prefix + "]";
  }
}
