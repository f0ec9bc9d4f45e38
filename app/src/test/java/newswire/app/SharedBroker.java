package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.schemas.RawKey;
import newswire.schemas.Topics;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** One installation among others on the same broker: raw records in, proof of the result out. */
record SharedBroker(Cluster cluster, Topics topics) {

  static SharedBroker of(Cluster cluster) {
    return new SharedBroker(cluster, cluster.topics());
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
        Map.of("bootstrap.servers", cluster.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  boolean isDrained() throws InterruptedException {
    List<Backlog.Leg> legs =
        Pipeline.legs(topics).stream()
            .filter(leg -> leg.group().startsWith(cluster.prefix()))
            .toList();
    try (Admin admin = cluster.admin()) {
      return new Backlog(admin, legs).isDrained();
    }
  }

  /** Until some articles have been made. */
  void awaitProgress() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> !new TopicReader(cluster).latest(topics.articles()).isEmpty());
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
}
