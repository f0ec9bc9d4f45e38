package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.Stage;
import newswire.enrich.page.PageReader;
import newswire.enrich.prepare.Preparation;
import newswire.local.LocalPlatform;
import newswire.local.LocalPlatformException;
import newswire.schemas.Letters;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Kafka, registry and enrichment, for commands on what they do. */
final class DeadWorld implements AutoCloseable {

  /** A stage with a fault, or with that mended. */
  private record Faulty(boolean faulty) implements Stage {

    @Override
    public Article apply(Article article) {
      int at = (article.getTitle() + article.getText()).indexOf(FAULT);
      if (faulty && at >= 0) {
        throw new IllegalStateException("cannot take '" + FAULT + "' at " + at);
      }
      return article;
    }

    @Override
    public String name() {
      return "faulty";
    }
  }

  /** Text of which the stage with the fault cannot take an article. */
  static final String FAULT = "☠";

  private final LocalPlatform platform;
  private final Path dir;
  private final Cluster cluster;
  private final Topics topics;
  private final KafkaProducer<byte[], byte[]> producer;
  private Optional<Enrichment> enrichment = Optional.empty();

  DeadWorld(Path dir) throws InterruptedException, LocalPlatformException {
    this.dir = dir;
    this.platform = LocalPlatform.startWithoutPostgres(dir, line -> {});
    this.cluster =
        Cluster.open(
            platform.addresses().bootstrapServers(), platform.addresses().registryUrl(), "dead.");
    SchemaRegistry registry = cluster.registry();
    this.topics = cluster.topics();
    SchemaPlan.of(registry, topics).apply(registry, topics);
    try (Admin admin = cluster.admin()) {
      TopicPlan.of(admin, topics).apply(admin);
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers(), "max.request.size", 9 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  Cluster cluster() {
    return cluster;
  }

  Topics topics() {
    return topics;
  }

  /** Starts enrichment, with a stage that has a fault or with that mended. */
  void enrich(boolean faulty) {
    enrich(new Preparation(new PageReader()::read, List.of(new Faulty(faulty))));
  }

  /** Starts enrichment. */
  void enrich(Preparation preparation) {
    enrichment.ifPresent(Enrichment::close);
    EnrichConfig config =
        EnrichConfig.of(cluster.bootstrapServers(), dir.resolve("streams"))
            .ofRun(cluster.prefix(), 1, 1);
    Enrichment started = new Enrichment(config, topics, preparation);
    started.start();
    enrichment = Optional.of(started);
  }

  boolean isEnriching() {
    return enrichment.orElseThrow().running();
  }

  void createTopic(String name, int partitions) throws Exception {
    try (Admin admin = cluster.admin()) {
      admin
          .createTopics(
              List.of(new NewTopic(name, Optional.of(partitions), Optional.<Short>empty())))
          .all()
          .get();
    }
  }

  RecordMetadata send(ProducerRecord<byte[], byte[]> record) throws Exception {
    return producer.send(record).get();
  }

  <V> RecordMetadata send(Topic<?, V> topic, String key, V value) throws Exception {
    byte[] bytes = topic.value().serializer().serialize(topic.name(), value);
    return send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes));
  }

  void send(DeadLetter letter) throws Exception {
    send(Letters.record(topics.deadLetters(), letter));
  }

  /** All letters, in order. */
  List<DeadLetter> letters() {
    List<DeadLetter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records(topics.deadLetters().name())) {
      letters.add(RecordFinder.decoded(topics.deadLetters(), record).orElseThrow());
    }
    return letters;
  }

  /** The id of the only open letter of the stage with this key. */
  String open(String stage, String key) {
    List<DeadLetter> found =
        letters().stream()
            .filter(letter -> letter.getStage().equals(stage))
            .filter(letter -> letter.getKey().filter(k -> k.equals(UTF_8.encode(key))).isPresent())
            .toList();
    return Letters.id(found.get(found.size() - 1));
  }

  void awaitLetters(int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(letters()).hasSize(count));
  }

  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (RecordFinder finder = new RecordFinder(cluster)) {
      finder.scan(topic, records::add);
    }
    return records;
  }

  ConsumerRecord<byte[], byte[]> last(String topic, String key) {
    return records(topic).stream()
        .filter(record -> RecordFinder.key(record).equals(key))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  /** Topics with a record that has this text in its value. */
  List<String> holding(String text) {
    List<String> holding = new ArrayList<>();
    try (Admin admin = cluster.admin()) {
      for (String topic : admin.listTopics().names().get()) {
        if (records(topic).stream().anyMatch(record -> hasText(record, text))) {
          holding.add(topic);
        }
      }
      return holding;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean hasText(ConsumerRecord<byte[], byte[]> record, String text) {
    byte[] value = record.value();
    return value != null && new String(value, UTF_8).contains(text);
  }

  /** Makes Kafka compact at once what it would compact within days. */
  void compact() throws Exception {
    try (Admin admin = cluster.admin()) {
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
      changes.put(
          new ConfigResource(ConfigResource.Type.BROKER, ""),
          List.of(set("log.cleaner.backoff.ms", "200")));
      List<String> compacted =
          admin.listTopics().names().get().stream().filter(DeadWorld::isCompacted).toList();
      for (String topic : compacted) {
        changes.put(
            new ConfigResource(ConfigResource.Type.TOPIC, topic),
            List.of(
                set("segment.ms", "100"),
                set("min.cleanable.dirty.ratio", "0"),
                set("min.compaction.lag.ms", "0"),
                set("delete.retention.ms", "0")));
      }
      admin.incrementalAlterConfigs(changes).all().get();
      Thread.sleep(200);
      var described = admin.describeTopics(compacted).allTopicNames().get();
      // A segment ends when the next record comes.
      for (String topic : compacted) {
        for (var partition : requireNonNull(described.get(topic)).partitions()) {
          send(new ProducerRecord<>(topic, partition.partition(), "~".getBytes(UTF_8), null));
        }
      }
    }
  }

  private static boolean isCompacted(String topic) {
    return topic.endsWith("-changelog")
        || topic.matches(".*\\.(prepared|articles|relations|stories)\\.v1");
  }

  private static AlterConfigOp set(String key, String value) {
    return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
  }

  /** Runs a command here. */
  InProcess run(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(
        List.of(
            "--bootstrap-server", cluster.bootstrapServers(), "--registry", cluster.registryUrl()));
    if (!all.contains("--topic-prefix")) {
      all.addAll(List.of("--topic-prefix", cluster.prefix()));
    }
    return InProcess.run(all.toArray(String[]::new));
  }

  @Override
  public void close() {
    enrichment.ifPresent(Enrichment::close);
    producer.close();
    platform.close();
  }
}
