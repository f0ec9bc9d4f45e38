package newswire.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.Extent;
import newswire.enrich.prepare.Preparation;
import newswire.local.Addresses;
import newswire.local.LocalPlatform;
import newswire.local.LocalPlatformException;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** A broker and registry of its own in this process, with the topics of an installation. */
final class BenchCluster implements AutoCloseable {

  private static final long PAUSE_MS = 100;

  private final Path directory;
  private final LocalPlatform platform;
  private final Topics topics;
  private final Admin admin;

  private BenchCluster(Path directory, LocalPlatform platform, Topics topics, Admin admin) {
    this.directory = directory;
    this.platform = platform;
    this.topics = topics;
    this.admin = admin;
  }

  static BenchCluster start(Path directory) throws LocalPlatformException, InterruptedException {
    return on(
        directory, LocalPlatform.startWithoutPostgres(directory.resolve("platform"), line -> {}));
  }

  static BenchCluster startWithPostgres(Path directory)
      throws LocalPlatformException, InterruptedException {
    return on(directory, LocalPlatform.start(directory.resolve("platform"), line -> {}));
  }

  private static BenchCluster on(Path directory, LocalPlatform platform)
      throws InterruptedException {
    SchemaRegistry registry = SchemaRegistry.at(platform.addresses().registryUrl(), Map.of());
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, registry);
    Admin admin =
        Admin.create(
            Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                platform.addresses().bootstrapServers()));
    SchemaPlan.of(registry, topics).apply(registry, topics);
    TopicPlan.of(admin, topics).apply(admin);
    return new BenchCluster(directory, platform, topics, admin);
  }

  Topics topics() {
    return topics;
  }

  Addresses addresses() {
    return platform.addresses();
  }

  Admin admin() {
    return admin;
  }

  /** Settings that every client needs, for a client to add its own to. */
  Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>();
    client.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, platform.addresses().bootstrapServers());
    return client;
  }

  /**
   * Settings of a producer, for it to add its own to. With one request at a time, as the leaders of
   * topics that have just been made may not be there yet, and the first batch would come after the
   * second, which the broker then refuses for ever.
   */
  Map<String, Object> producer() {
    Map<String, Object> producer = client();
    producer.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    producer.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    return producer;
  }

  /** Under the settings of production; nothing comes in by its first hop here. */
  Enrichment enrichment() {
    EnrichConfig config =
        EnrichConfig.of(platform.addresses().bootstrapServers(), streamsDirectory());
    Preparation none =
        new Preparation(
            raw -> {
              throw new IllegalStateException("nothing is prepared here");
            },
            List.of());
    return new Enrichment(config, topics, none);
  }

  /**
   * All of it, under the settings of production.
   *
   * @param applications what the application ids begin with
   * @param topics to read from and write to
   */
  Enrichment enrichment(
      String applications, Topics topics, Preparation preparation, Extent extent) {
    EnrichConfig config =
        EnrichConfig.of(platform.addresses().bootstrapServers(), streamsDirectory())
            .ofRun(applications, 1, 1);
    return new Enrichment(config, topics, preparation, extent);
  }

  /** Creates the topics that are missing, with their schemas. */
  void create(Topics topics) throws InterruptedException {
    SchemaRegistry registry = SchemaRegistry.at(platform.addresses().registryUrl(), Map.of());
    SchemaPlan.of(registry, topics).apply(registry, topics);
    TopicPlan.of(admin, topics).apply(admin);
  }

  Path streamsDirectory() {
    return directory.resolve("streams");
  }

  static void awaitRunning(Enrichment enrichment) throws InterruptedException {
    while (!enrichment.running()) {
      Thread.sleep(PAUSE_MS);
    }
  }

  /** Waits until the application has committed all that is in these topics. */
  void awaitDone(String application, List<Topic<?, ?>> read) throws InterruptedException {
    awaitDone(application, read, 1);
  }

  /**
   * Waits until the application has committed a part of each partition of these topics.
   *
   * @param part from 0 to 1
   */
  void awaitDone(String application, List<Topic<?, ?>> read, double part)
      throws InterruptedException {
    awaitGroup(EnrichConfig.DEFAULT_APPLICATION_PREFIX + application, read, part);
  }

  /**
   * Waits until a consumer group has committed a part of each partition of these topics.
   *
   * @param part from 0 to 1
   */
  void awaitGroup(String group, List<Topic<?, ?>> read, double part) throws InterruptedException {
    while (!isDone(group, read, part)) {
      Thread.sleep(PAUSE_MS);
    }
  }

  private boolean isDone(String group, List<Topic<?, ?>> read, double part)
      throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> done =
          admin
              .listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
              .partitionsToOffsetAndMetadata(group)
              .get();
      Map<TopicPartition, Long> ends = ends(read);
      return ends.entrySet().stream()
          .allMatch(
              end -> {
                OffsetAndMetadata committed = done.get(end.getKey());
                return part * end.getValue() <= (committed == null ? 0 : committed.offset());
              });
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read offsets: " + e.getMessage(), e);
    }
  }

  /** Where each partition ends, markers of transactions included. */
  Map<TopicPartition, Long> ends(Collection<Topic<?, ?>> of) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (Topic<?, ?> topic : of) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    try {
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin.listOffsets(latest).all().get().forEach((p, info) -> ends.put(p, info.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read offsets: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    admin.close();
    platform.close();
  }
}
