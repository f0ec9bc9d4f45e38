package newswire.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import newswire.schemas.Letters;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is done with letters, and a note of it, in one transaction: both are there or
 * neither. One command at a time: a later one fences an earlier one. For one thread.
 */
final class LetterWriter implements AutoCloseable {

  private static final int LARGEST_REQUEST = 9 * 1024 * 1024;
  private static final int PATIENCE_MS = 15_000;
  private static final long LONGEST_OPEN_NANOS = 3_000_000_000L;
  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private final Cluster cluster;
  private final Topics topics;
  private final Producer<byte[], byte[]> producer;
  private final Clock clock;
  private @Nullable Future<RecordMetadata> lastNote;
  private boolean open;
  private long opened;

  /** Ends what an earlier command left open. */
  LetterWriter(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.topics = cluster.topics();
    this.clock = clock;
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, cluster.prefix() + "dead");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    // One that a kill leaves open holds the readers of its topics back so long.
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, PATIENCE_MS);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
    try {
      if (!open) {
        producer.beginTransaction();
        open = true;
        opened = System.nanoTime();
      }
      return producer.send(record);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  void add(DeadLetter letter) {
    send(Letters.record(topics.deadLetters(), letter));
  }

  /** Adds a note; the time is set here. */
  void add(Disposition.Builder note) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Disposition sent = note.setAt(now).build();
    String topic = topics.dispositions().name();
    lastNote =
        send(
            new ProducerRecord<>(
                topic,
                null,
                now.toEpochMilli(),
                topics.dispositions().key().serializer().serialize(topic, sent.getLetterId()),
                topics.dispositions().value().serializer().serialize(topic, sent)));
  }

  /** Why the broker refuses a record, if it is that one which it refuses. */
  static Optional<String> refusal(Future<RecordMetadata> sent) {
    try {
      sent.get();
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.ofNullable(e.getCause())
          .filter(LetterWriter::isOfTheRecord)
          .map(cause -> String.valueOf(cause.getMessage()));
    }
  }

  private static boolean isOfTheRecord(Throwable cause) {
    return cause instanceof RecordTooLargeException
        || cause instanceof InvalidRecordException
        || cause instanceof InvalidTimestampException;
  }

  /** Where a record went that was sent. */
  static RecordMetadata place(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exit.failed("interrupted; what was not told as done has not been done");
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  /** Makes it count if it has been waiting for long. */
  void commitInTime() {
    if (System.nanoTime() - opened > LONGEST_OPEN_NANOS) {
      commit();
    }
  }

  /** Makes it count. */
  void commit() {
    if (open) {
      try {
        producer.commitTransaction();
      } catch (KafkaException e) {
        throw failed(e);
      }
      open = false;
    }
  }

  private static Exit failed(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return Exit.failed(
            "another 'newswire dead' command has taken over; what was not told as done has not"
                + " been done by this one");
      }
    }
    return Exit.failed(
        "Kafka did not take it, and what was not told as done has not been done: "
            + failure.getMessage());
  }

  /**
   * What has not been committed is forgotten; what has is seen by the next command. Kafka ends a
   * commit before its readers see it.
   */
  @Override
  public void close() {
    if (open) {
      try {
        producer.abortTransaction();
      } catch (KafkaException e) { // the broker ends it itself
      }
    } else if (lastNote != null) {
      awaitVisible(place(lastNote));
    }
    producer.close();
  }

  private void awaitVisible(RecordMetadata note) {
    List<TopicPartition> place = List.of(new TopicPartition(note.topic(), note.partition()));
    long start = System.nanoTime();
    try (Consumer<byte[], byte[]> reader =
        cluster.reader(new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      while (reader.endOffsets(place).values().iterator().next() <= note.offset()
          && System.nanoTime() - start < LONGEST_OPEN_NANOS) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }
}
