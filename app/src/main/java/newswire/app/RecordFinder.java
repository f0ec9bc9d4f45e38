package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import newswire.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Finds committed records by key or by offset: reads only the partition that can hold them, up to
 * its present end, and decodes only what is wanted. For one thread.
 */
final class RecordFinder implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  // Of which a transaction of one record takes two.
  private static final long LAST_OFFSETS = 100;

  // A fetch that waits at the end of one partition would hold up the next.
  private static final Map<String, Object> IMPATIENT =
      Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;

  RecordFinder(Cluster cluster) {
    this.consumer =
        cluster.reader(new ByteArrayDeserializer(), new ByteArrayDeserializer(), IMPATIENT);
  }

  /** Gives every value of {@code key} to {@code each}, oldest first. */
  <V> void each(Topic<String, V> topic, String key, Consumer<V> each) {
    each(topic, Set.of(key), Instant.EPOCH, (found, value) -> value.ifPresent(each));
  }

  /** What there is of {@code keys}, oldest first; a tombstone removes what was before it. */
  <V> Map<String, List<V>> all(Topic<String, V> topic, Set<String> keys) {
    Map<String, List<V>> all = new HashMap<>();
    each(
        topic,
        keys,
        Instant.EPOCH,
        (key, value) -> {
          if (value.isEmpty()) {
            all.remove(key);
          }
          value.ifPresent(v -> all.computeIfAbsent(key, k -> new ArrayList<>()).add(v));
        });
    return all;
  }

  /** The last values of {@code keys}, without those that have none or were deleted. */
  <V> Map<String, V> last(Topic<String, V> topic, Set<String> keys) {
    return last(topic, keys, Instant.EPOCH);
  }

  /** The last value of {@code key}. */
  <V> Optional<V> last(Topic<String, V> topic, String key) {
    return Optional.ofNullable(last(topic, Set.of(key)).get(key));
  }

  /** The last values of {@code keys} among the records with the time {@code from} or later. */
  <V> Map<String, V> last(Topic<String, V> topic, Set<String> keys, Instant from) {
    Map<String, V> last = new HashMap<>();
    each(
        topic,
        keys,
        from,
        (key, value) -> {
          last.remove(key);
          value.ifPresent(v -> last.put(key, v));
        });
    return last;
  }

  /** Gives every record of {@code keys} to {@code each}, undecoded, oldest first. */
  void records(
      Topic<String, ?> topic, Set<String> keys, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    records(topic, keys, Instant.EPOCH, each);
  }

  private void records(
      Topic<String, ?> topic,
      Set<String> keys,
      Instant from,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    read(
        homes(topic, keys),
        from,
        record -> {
          if (keys.contains(key(record))) {
            each.accept(record);
          }
        });
  }

  private <V> void each(
      Topic<String, V> topic,
      Set<String> keys,
      Instant from,
      BiConsumer<String, Optional<V>> each) {
    records(topic, keys, from, record -> each.accept(key(record), decoded(topic, record)));
  }

  /** Gives every record of the topic to {@code each}, in order within a partition. */
  void scan(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    scan(topic.name(), each);
  }

  /** Ends the command if there is no such topic. */
  void require(Topic<?, ?> topic) {
    if (partitions(topic.name()).isEmpty()) {
      throw Exit.missing(
          "there is no topic "
              + topic.name()
              + "; 'newswire topics apply' and 'newswire schemas apply' make what is missing");
    }
  }

  /** The same of a topic that need not be ours. */
  void scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    read(partitions(topic), Instant.EPOCH, each);
  }

  /** Gives every record of a partition from an offset on to {@code each}. */
  void scanFrom(TopicPartition place, long offset, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    List<TopicPartition> one = List.of(place);
    consumer.assign(one);
    consumer.seek(place, offset);
    toTheEnd(one, each);
  }

  /** Gives every record of a partition before an offset, or before its end, to {@code each}. */
  void scanUntil(TopicPartition place, long end, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    List<TopicPartition> one = List.of(place);
    consumer.assign(one);
    consumer.seekToBeginning(one);
    long last = requireNonNull(consumer.endOffsets(one).get(place));
    until(Map.of(place, Math.min(end, last)), each);
  }

  /** Gives the last few records of a partition to {@code each}; none only if it has none. */
  void scanLast(TopicPartition place, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    long end = requireNonNull(consumer.endOffsets(List.of(place)).get(place));
    scanFrom(place, Math.max(0, end - LAST_OFFSETS), each);
  }

  /** The record at exactly this place; empty if it has been deleted or never was. */
  Optional<ConsumerRecord<byte[], byte[]>> at(String topic, int partition, long offset) {
    TopicPartition place = new TopicPartition(topic, partition);
    if (topic.isEmpty() || !partitions(topic).contains(place)) {
      return Optional.empty();
    }
    List<TopicPartition> one = List.of(place);
    consumer.assign(one);
    long end = requireNonNull(consumer.endOffsets(one).get(place));
    if (offset < requireNonNull(consumer.beginningOffsets(one).get(place)) || offset >= end) {
      return Optional.empty();
    }
    consumer.seek(place, offset);
    Patience patience = new Patience();
    while (consumer.position(place) <= offset) {
      ConsumerRecords<byte[], byte[]> next = consumer.poll(POLL);
      if (!next.isEmpty()) {
        return Optional.of(next.iterator().next()).filter(found -> found.offset() == offset);
      }
      patience.check(consumer.position(place));
    }
    return Optional.empty();
  }

  /** The key of a record; empty if it has none. */
  static String key(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    return key == null ? "" : new String(key, UTF_8);
  }

  /** The value of a record of the topic; empty for a tombstone. */
  static <V> Optional<V> decoded(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    return value == null
        ? Optional.empty()
        : Optional.of(topic.value().deserializer().deserialize(topic.name(), value));
  }

  // As the producers do, all of which leave the choice to Kafka.
  private List<TopicPartition> homes(Topic<?, ?> topic, Set<String> keys) {
    List<TopicPartition> all = partitions(topic.name());
    return keys.stream()
        .mapToInt(key -> Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))))
        .filter(hash -> !all.isEmpty())
        .map(hash -> hash % all.size())
        .distinct()
        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
        .toList();
  }

  /** How many offsets there are between the beginning of a partition and its end. */
  long records(TopicPartition place) {
    List<TopicPartition> one = List.of(place);
    return requireNonNull(consumer.endOffsets(one).get(place))
        - requireNonNull(consumer.beginningOffsets(one).get(place));
  }

  /** All of a topic; none if there is no such topic. */
  List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .toList();
  }

  private void read(
      List<TopicPartition> partitions,
      Instant from,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    if (partitions.isEmpty()) {
      return;
    }
    consumer.assign(partitions);
    begin(partitions, from);
    toTheEnd(partitions, each);
  }

  private void toTheEnd(
      List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    until(consumer.endOffsets(partitions), each);
  }

  private void until(
      Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Patience patience = new Patience();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition place = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < requireNonNull(ends.get(place))) {
          each.accept(record);
        }
      }
      patience.check(positions(ends.keySet()));
    }
  }

  private void begin(List<TopicPartition> partitions, Instant from) {
    if (from.toEpochMilli() <= 0) {
      consumer.seekToBeginning(partitions);
    } else {
      seek(consumer, partitions, from);
    }
  }

  /** Goes in each partition to the first record of that time or later, or to its end. */
  static void seek(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
      List<TopicPartition> partitions,
      Instant from) {
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(p -> p, p -> from.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found == null) {
                consumer.seekToEnd(List.of(partition));
              } else {
                consumer.seek(partition, found.offset());
              }
            });
  }

  private long positions(Collection<TopicPartition> partitions) {
    return partitions.stream().mapToLong(consumer::position).sum();
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Ends the reading of a broker that says nothing more. */
  private static final class Patience {

    private long position = -1;
    private long since = System.nanoTime();

    void check(long now) {
      if (now != position) {
        position = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > LONGEST_SILENCE.toNanos()) {
        throw Exit.missing("Kafka has answered nothing for " + LONGEST_SILENCE.toSeconds() + " s");
      }
    }
  }
}
