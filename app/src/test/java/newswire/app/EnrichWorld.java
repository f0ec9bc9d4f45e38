package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.prepare.Preparation;
import newswire.local.Addresses;
import newswire.schemas.RawKey;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** One installation among others on the same broker: its topics, and enrichment where wanted. */
final class EnrichWorld implements AutoCloseable {

  private static final Preparation PREPARATION = Preparation.standard();

  private final Cluster cluster;
  private final Topics topics;
  private final Path state;
  private Optional<Enrichment> enrichment = Optional.empty();

  /** Makes the topics. */
  EnrichWorld(Addresses at, String prefix, Path dir) throws InterruptedException {
    this.cluster = Cluster.open(at.bootstrapServers(), at.registryUrl(), prefix);
    this.topics = cluster.topics();
    this.state = dir.resolve(prefix);
    Installation.prepare(cluster);
  }

  Cluster cluster() {
    return cluster;
  }

  Topics topics() {
    return topics;
  }

  /** Starts enrichment, or stops it and starts it again. */
  EnrichWorld enrich() {
    enrichment.ifPresent(Enrichment::close);
    EnrichConfig all = EnrichConfig.of(cluster.bootstrapServers(), state);
    EnrichConfig own = all.ofRun(cluster.prefix(), all.generation(), all.threads());
    Enrichment started = new Enrichment(own, topics, PREPARATION);
    started.start();
    enrichment = Optional.of(started);
    return this;
  }

  void send(List<RawArticle> raws) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (RawArticle raw : raws) {
        byte[] value = topics.raw().value().serializer().serialize("", raw);
        long time = raw.getFetched().toEpochMilli();
        byte[] key = RawKey.of(raw).getBytes(UTF_8);
        producer.send(new ProducerRecord<>(topics.raw().name(), null, time, key, value));
      }
    }
  }

  void kill(String id) {
    Withdrawal kill =
        Withdrawal.newBuilder()
            .setArticleId(id)
            .setStatus(Status.KILLED)
            .setReason("خطأ")
            .setAt(Instant.parse("2026-03-09T00:00:00Z"))
            .build();
    byte[] value = topics.withdrawals().value().serializer().serialize("", kill);
    send(new ProducerRecord<>(topics.withdrawals().name(), id.getBytes(UTF_8), value));
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.send(record);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        cluster.client(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private boolean isDrained() throws InterruptedException {
    List<Backlog.Leg> legs =
        Pipeline.legs(topics).stream()
            .filter(leg -> leg.group().startsWith("newswire."))
            .map(
                leg ->
                    new Backlog.Leg(
                        leg.group().replace("newswire.", cluster.prefix()), leg.topics()))
            .toList();
    try (Admin admin = cluster.admin()) {
      return new Backlog(admin, legs).isDrained();
    }
  }

  /** Once nothing waits any more, and stories have been told. */
  List<TopicDigest> proof() {
    try (RecordFinder finder = new RecordFinder(cluster)) {
      List<List<TopicDigest>> last = new ArrayList<>();
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(2_500))
          .until(
              () -> {
                if (!isDrained()) {
                  return false;
                }
                last.add(ReplayProofCommand.digests(finder, topics));
                int size = last.size();
                return size > 1 && last.get(size - 1).equals(last.get(size - 2));
              });
      return last.get(last.size() - 1);
    }
  }

  /** Runs a command here. */
  InProcess run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap-server", cluster.bootstrapServers()));
    all.addAll(List.of("--registry", cluster.registryUrl(), "--topic-prefix", cluster.prefix()));
    return InProcess.run(all.toArray(String[]::new));
  }

  <V> Map<String, V> latest(Topic<String, V> topic) {
    return new TopicReader(cluster).latest(topic);
  }

  @Override
  public void close() {
    enrichment.ifPresent(Enrichment::close);
  }
}
