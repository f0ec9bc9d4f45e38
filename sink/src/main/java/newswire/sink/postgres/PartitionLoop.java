package newswire.sink.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.sink.intake.Item;
import newswire.sink.intake.Progress;
import newswire.sink.intake.RecordReader;
import newswire.sink.intake.RecordReader.RegistryTrouble;
import newswire.sink.postgres.OffsetTable.Fenced;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes records from the partitions that are ours to the store.
 *
 * <p>Whatever goes wrong with a store or a broker ends the same way: let go of the partitions, wait
 * while polling on so that the group keeps us, claim them again, and read on from where the
 * database says that it stands. This also settles a commit whose answer was lost.
 */
final class PartitionLoop {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Longer than the group needs to tell us that we have been replaced. */
  private static final Duration AFTER_FENCING = Duration.ofSeconds(8);

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader reader;
  private final Ownership ownership;
  private final BatchWriter writer;
  private final Progress progress;

  PartitionLoop(
      Consumer<byte[], byte[]> consumer,
      RecordReader reader,
      Ownership ownership,
      BatchWriter writer,
      Progress progress) {
    this.consumer = consumer;
    this.reader = reader;
    this.ownership = ownership;
    this.writer = writer;
    this.progress = progress;
  }

  /** Polls and stores once. */
  void turn(Database database) {
    try {
      store(consumer.poll(POLL));
      if (ownership.isClaimDue()) {
        ownership.claimDue(database);
        progress.running();
      }
    } catch (Fenced e) {
      progress.fenced(e);
      TreeSet<TopicPartition> ours = new TreeSet<>(OffsetTable.ORDER);
      ours.addAll(consumer.assignment());
      ours.removeAll(e.partitions());
      ownership.release(ours, Duration.ZERO);
      ownership.release(e.partitions(), AFTER_FENCING);
    } catch (SQLException | RegistryTrouble | KafkaException e) {
      ownership.releaseAll(progress.trouble(e));
    }
  }

  private void store(ConsumerRecords<byte[], byte[]> records) throws SQLException, Fenced {
    SortedMap<TopicPartition, Long> next = new TreeMap<>(OffsetTable.ORDER);
    records
        .nextOffsets()
        .forEach(
            (partition, position) -> {
              if (ownership.owns(partition)) {
                next.put(partition, position.offset());
              }
            });
    List<ConsumerRecord<byte[], byte[]>> origins = new ArrayList<>(records.count());
    next.keySet().forEach(partition -> origins.addAll(records.records(partition)));
    // By all cores: the store has nothing to do meanwhile.
    List<Item> items = origins.parallelStream().map(reader::read).toList();
    writer.write(items, next);
    if (!next.isEmpty()) {
      progress.stored(items.size());
    }
  }
}
