package newswire.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.local.LocalPlatform;
import newswire.local.LocalPlatformException;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Topics of one test's own on a shared platform, and the workers that use them. */
final class TestWorld implements AutoCloseable {

  private static @Nullable LocalPlatform shared;

  private final LocalPlatform platform;
  private final String prefix;
  private final Topics topics;
  private final List<IngestWorker> workers = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();

  TestWorld(String name) throws InterruptedException, IOException, LocalPlatformException {
    platform = platform();
    this.prefix = name + ".";
    SchemaRegistry registry = SchemaRegistry.at(platform.addresses().registryUrl(), Map.of());
    topics = new Topics(prefix, registry);
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", platform.addresses().bootstrapServers()))) {
      TopicPlan.of(admin, topics).apply(admin);
    }
    SchemaPlan.of(registry, topics).apply(registry, topics);
  }

  /** One for all tests of this JVM. */
  private static synchronized LocalPlatform platform()
      throws InterruptedException, IOException, LocalPlatformException {
    if (shared == null) {
      Path dir = Path.of("target", "it-" + ProcessHandle.current().pid());
      LocalPlatform started = LocalPlatform.startWithoutPostgres(dir, line -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      shared = started;
    }
    return shared;
  }

  static IngestConfig config(String bootstrap, String instance, String prefix) {
    return config(bootstrap, instance, prefix, "PT1H");
  }

  private static IngestConfig config(
      String bootstrap, String instance, String prefix, String recheckAfter) {
    return IngestConfig.of(
        Map.of(
            "recheck-after",
            recheckAfter,
            "bootstrap-servers",
            bootstrap,
            "instance-id",
            prefix + instance,
            "group-id",
            prefix + "ingest",
            "fetch-deadline-ms",
            "2000",
            "session-timeout-ms",
            "6000",
            "transaction-timeout-ms",
            "6000",
            "batch-articles",
            "5"));
  }

  /** With WebSub, called back at this address. */
  IngestConfig config(String instance, String callback, Path secretFile) {
    Map<String, String> settings =
        Map.of(
            "bootstrap-servers",
            platform.addresses().bootstrapServers(),
            "instance-id",
            prefix + instance,
            "group-id",
            prefix + "ingest",
            "recheck-after",
            "never",
            "fetch-deadline-ms",
            "2000",
            "session-timeout-ms",
            "6000",
            "transaction-timeout-ms",
            "6000",
            "websub-callback",
            callback,
            "websub-secret-file",
            secretFile.toString());
    return IngestConfig.of(settings);
  }

  IngestConfig config(String instance) {
    return config(platform.addresses().bootstrapServers(), instance, prefix);
  }

  Topics topics() {
    return topics;
  }

  static Source.Builder source(String id, String url) {
    return Source.newBuilder()
        .setId(id)
        .setKind(SourceKind.FEED)
        .setName("Outlet " + id)
        .setUrl(url)
        .setIntervalMs(300)
        .setDelayMs(0)
        .setAllowPrivateNetworks(true);
  }

  void publish(Source... sources) {
    writer().publish(List.of(sources));
  }

  SourceWriter writer() {
    return new SourceWriter(config("sources"), topics);
  }

  void withdraw(Withdrawal withdrawal) {
    try (Outbox outbox = new Outbox(clients().producer(prefix + "withdraw"), topics)) {
      outbox.fenceOthers();
      outbox.begin();
      outbox.add(withdrawal);
      outbox.commit();
    }
  }

  IngestWorker worker(String instance) {
    return worker(instance, "PT1H");
  }

  IngestWorker worker(String instance, String recheckAfter) {
    IngestConfig config =
        config(platform.addresses().bootstrapServers(), instance, prefix, recheckAfter);
    return worker(config, Clock.systemUTC());
  }

  IngestWorker worker(IngestConfig config, Clock clock) {
    IngestWorker worker = new IngestWorker(config, topics, clock);
    workers.add(worker);
    new Thread(worker, "worker-" + config.instanceId()).start();
    return worker;
  }

  Process process(String instance) throws IOException {
    Process process =
        WorkerProcess.start(
            platform.addresses().bootstrapServers(),
            platform.addresses().registryUrl(),
            prefix,
            instance);
    processes.add(process);
    return process;
  }

  /** A process of its own whose arguments begin with where Kafka and the registry are. */
  Process process(Class<?> main, String... arguments) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                platform.addresses().bootstrapServers(),
                platform.addresses().registryUrl(),
                prefix));
    all.addAll(List.of(arguments));
    Process process = WorkerProcess.start(main, all);
    processes.add(process);
    return process;
  }

  List<RawArticle> articles() {
    return records(topics.raw()).stream().map(ConsumerRecord::value).toList();
  }

  List<DeadLetter> deadLetters() {
    return records(topics.deadLetters()).stream().map(ConsumerRecord::value).toList();
  }

  Map<String, SourceState> states() {
    return new CompactedTopic<>(clients(), topics.sourceState()).read(Duration.ofSeconds(20));
  }

  KafkaClients clients() {
    return new KafkaClients(config("reader"));
  }

  /** All committed records, those of transactions just committed included. */
  <K, V> List<ConsumerRecord<K, V>> records(Topic<K, V> topic) {
    List<ConsumerRecord<K, V>> records = new ArrayList<>();
    try (Consumer<K, V> consumer = clients().reader(topic)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = clients().ends(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    workers.forEach(IngestWorker::close);
    processes.forEach(Process::destroyForcibly);
  }
}
