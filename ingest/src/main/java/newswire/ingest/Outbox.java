package newswire.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import newswire.schemas.Letters;
import newswire.schemas.RawKey;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.HubNotice;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Writes what ingest makes, in transactions. For one thread. */
final class Outbox implements AutoCloseable {

  private static final int LARGEST_RAW = 8 * 1024 * 1024 - 16 * 1024;
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Producer<byte[], byte[]> producer;
  private final Topics topics;

  Outbox(Producer<byte[], byte[]> producer, Topics topics) {
    this.producer = producer;
    this.topics = topics;
  }

  /** Fences whoever had our transactional id, and ends what they left open. */
  void fenceOthers() {
    producer.initTransactions();
  }

  void begin() {
    producer.beginTransaction();
  }

  void add(RawArticle article) {
    Topic<String, RawArticle> raw = topics.raw();
    byte[] value = value(raw, article);
    if (value.length > LARGEST_RAW) {
      RawArticle entryOnly =
          RawArticle.newBuilder(article)
              .setBody(ByteBuffer.allocate(0))
              .setFetchError("page and entry together are too large for a record")
              .build();
      value = value(raw, entryOnly);
    }
    producer.send(record(raw, null, article.getFetched(), RawKey.of(article), value));
  }

  /** A record as it is. */
  void add(ProducerRecord<byte[], byte[]> record) {
    producer.send(record);
  }

  void add(DeadLetter letter) {
    producer.send(Letters.record(topics.deadLetters(), letter));
  }

  void add(Withdrawal withdrawal) {
    Topic<String, Withdrawal> withdrawals = topics.withdrawals();
    producer.send(
        record(
            withdrawals,
            null,
            withdrawal.getAt(),
            withdrawal.getArticleId(),
            value(withdrawals, withdrawal)));
  }

  void add(Source source) {
    Topic<String, Source> sources = topics.sources();
    producer.send(
        new ProducerRecord<>(sources.name(), utf8(source.getId()), value(sources, source)));
  }

  /** The state of what is no source, such as an archive being read. */
  void add(SourceState progress) {
    Topic<String, SourceState> states = topics.sourceState();
    byte[] value = value(states, progress);
    producer.send(record(states, null, progress.getPolled(), progress.getSourceId(), value));
  }

  void add(HubNotice notice) {
    Topic<String, HubNotice> notices = topics.hubNotices();
    byte[] value = value(notices, notice);
    producer.send(record(notices, null, notice.getAt(), notice.getSourceId(), value));
  }

  void removeSource(String id) {
    producer.send(new ProducerRecord<>(topics.sources().name(), utf8(id), null));
  }

  /**
   * @param partition that of the source, which the state has to share
   */
  void add(SourceState state, int partition) {
    Topic<String, SourceState> states = topics.sourceState();
    producer.send(
        record(states, partition, state.getPolled(), state.getSourceId(), value(states, state)));
  }

  /**
   * Commits, unless the group has gone on without us. What was sent is flushed first: whoever takes
   * the sources over reads to the end that it sees then.
   */
  void commit(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
    producer.flush();
    producer.sendOffsetsToTransaction(offsets, group);
    producer.commitTransaction();
  }

  void commit() {
    producer.commitTransaction();
  }

  void abort() {
    producer.abortTransaction();
  }

  private static <V> byte[] value(Topic<?, V> topic, V value) {
    return topic.value().serializer().serialize(topic.name(), value);
  }

  private static ProducerRecord<byte[], byte[]> record(
      Topic<?, ?> topic, @Nullable Integer partition, Instant time, String key, byte[] value) {
    return new ProducerRecord<>(
        topic.name(), partition, Math.max(0, time.toEpochMilli()), utf8(key), value);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A transaction left open is aborted by the broker, or by the next with our id. */
  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
