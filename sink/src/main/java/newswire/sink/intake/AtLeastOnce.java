package newswire.sink.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import newswire.schemas.Topics;
import newswire.sink.intake.RecordReader.RegistryTrouble;
import newswire.sink.intake.Store.StoreDown;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * Takes records to a {@link Store} and commits their offsets to Kafka once it has them: after a
 * crash some come again, and none is left out.
 *
 * <p>While the store is down the partitions are paused and polled on, so that the group keeps us;
 * then the records that it did not take are read again.
 */
public final class AtLeastOnce {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration COMMIT = Duration.ofSeconds(10);
  private static final Duration LEAVE = Duration.ofSeconds(5);
  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private final Store store;
  private final Consumer<byte[], byte[]> consumer;
  private final DeadLetters letters;
  private final RecordReader reader;
  private final Progress progress;
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
  private boolean open;

  /** The {@link System#nanoTime} from which on to open the store. */
  private long due = System.nanoTime();

  private AtLeastOnce(
      Store store,
      Consumer<byte[], byte[]> consumer,
      DeadLetters letters,
      RecordReader reader,
      Progress progress) {
    this.store = store;
    this.consumer = consumer;
    this.letters = letters;
    this.reader = reader;
    this.progress = progress;
  }

  /**
   * What is read and by whom.
   *
   * @param stage who refuses, such as {@code sink.opensearch}
   * @param kafka {@code bootstrap.servers} and whatever else the clients need here
   * @param read names of the topics to read; some of those a {@link RecordReader} knows
   * @param batchSize most records given to the store at once
   */
  public record Intake(
      String stage,
      Map<String, Object> kafka,
      Topics topics,
      Set<String> read,
      String group,
      int batchSize) {}

  /** Works until the sink is closed. */
  public static void run(Intake intake, Store store, Progress progress, Lifecycle lifecycle) {
    try (DeadLetters letters =
        new DeadLetters(intake.stage(), intake.topics().deadLetters(), intake.kafka())) {
      Consumer<byte[], byte[]> consumer =
          GroupConsumer.of(intake.kafka(), intake.group(), intake.batchSize());
      RecordReader reader = new RecordReader(intake.topics());
      AtLeastOnce loop = new AtLeastOnce(store, consumer, letters, reader, progress);
      try {
        consumer.subscribe(intake.read(), loop.new Rebalance());
        while (lifecycle.isOpen()) {
          loop.turn();
          // A consumer in trouble may return from its poll at once.
          if (progress.isWaiting() && lifecycle.closesWithin(POLL)) {
            break;
          }
        }
        loop.commitLast();
      } finally {
        consumer.close(CloseOptions.timeout(LEAVE));
      }
    }
  }

  private void turn() {
    try {
      if (!open && System.nanoTime() - due >= 0) {
        store.open();
        open = true;
        consumer.resume(consumer.assignment());
        progress.running();
      }
      if (!open) {
        consumer.pause(consumer.assignment());
      }
      store(consumer.poll(POLL));
      commit();
    } catch (StoreDown | RegistryTrouble | KafkaException e) {
      close(e);
    }
  }

  private void close(Exception trouble) {
    open = false;
    due = System.nanoTime() + progress.trouble(trouble).toNanos();
  }

  private void store(ConsumerRecords<byte[], byte[]> records) throws StoreDown {
    try {
      List<Item> items = new ArrayList<>(records.count());
      for (TopicPartition partition : ordered(records.partitions())) {
        for (ConsumerRecord<byte[], byte[]> origin : records.records(partition)) {
          items.add(reader.read(origin));
        }
      }
      if (!items.isEmpty()) {
        // A letter is out before its record is skipped: after a failure it may be there twice.
        letters.send(store.write(items));
        progress.deadLetters(letters.sent());
        progress.stored(items.size());
      }
      uncommitted.putAll(records.nextOffsets());
    } catch (StoreDown | RuntimeException e) {
      records.partitions().forEach(p -> consumer.seek(p, records.records(p).get(0).offset()));
      throw e;
    }
  }

  private static Collection<TopicPartition> ordered(Set<TopicPartition> partitions) {
    Collection<TopicPartition> ordered = new TreeSet<>(ORDER);
    ordered.addAll(partitions);
    return ordered;
  }

  private void commit() {
    if (uncommitted.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(uncommitted, COMMIT);
      uncommitted.clear();
    } catch (RebalanceInProgressException e) {
      // The next poll ends the rebalance; then they are committed, or belong to somebody else.
    } catch (CommitFailedException e) {
      progress.fenced(e);
      uncommitted.clear();
    }
  }

  private void commitLast() {
    try {
      commit();
    } catch (KafkaException e) {
      progress.trouble(e); // the records come again
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (!open) {
        consumer.pause(partitions);
      }
      // So that a partition without records counts as read, for tools that show lag.
      partitions.forEach(p -> uncommitted.put(p, new OffsetAndMetadata(consumer.position(p))));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commitLast();
      uncommitted.keySet().removeAll(Set.copyOf(partitions));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      uncommitted.keySet().removeAll(Set.copyOf(partitions));
    }
  }
}
