package newswire.lake;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import newswire.lake.Values.Unfit;
import newswire.sink.SinkException;
import newswire.sink.intake.DeadLetters;
import newswire.sink.intake.Item;
import newswire.sink.intake.KnownOrders;
import newswire.sink.intake.Orders;
import newswire.sink.intake.Progress;
import newswire.sink.intake.Reason;
import newswire.sink.intake.RecordReader;
import newswire.sink.intake.RecordReader.RegistryTrouble;
import newswire.sink.lake.LakeConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Gathers records until there are enough for files, and gives them to the store.
 *
 * <p>Whatever goes wrong with a store or a broker ends the same way: forget what has been read,
 * wait while polling on so that the group keeps us, and read on from where the store says that it
 * stands. This also settles a commit whose answer was lost.
 */
final class LakeLoop {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Longer than the group needs to tell us that we have been replaced. */
  private static final Duration AFTER_FENCING = Duration.ofSeconds(8);

  private final LakeConfig config;
  private final Consumer<byte[], byte[]> consumer;
  private final Claims claims;
  private final RecordReader reader;
  private final Lake lake;
  private final Writing writing;
  private long bytes;

  /** The {@link System#nanoTime} of the oldest record that is not stored. */
  private long since;

  /**
   * What a batch goes through.
   *
   * @param orders those in force
   * @param letters for what cannot be stored
   */
  record Writing(KnownOrders orders, DeadLetters letters, Progress progress) {}

  LakeLoop(
      LakeConfig config,
      Consumer<byte[], byte[]> consumer,
      Claims claims,
      RecordReader reader,
      Lake lake,
      Writing writing) {
    this.config = config;
    this.consumer = consumer;
    this.claims = claims;
    this.reader = reader;
    this.lake = lake;
    this.writing = writing;
  }

  /** Polls once, and stores if it is time. */
  void turn() {
    attempt(
        () -> {
          take(consumer.poll(POLL));
          if (claims.isDue()) {
            lake.open();
            claims.claim(lake);
            writing.progress().running();
          }
          boolean old = System.nanoTime() - since >= config.batchAge().toNanos();
          if (bytes >= config.batchBytes() || (bytes > 0 && old)) {
            write();
          }
        });
  }

  /** Stores what has been read. */
  void finish() {
    if (bytes > 0) {
      attempt(this::write);
    }
  }

  private interface Step {
    void run() throws IOException, Fenced;
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (Fenced e) {
      writing.progress().fenced(e);
      forget(AFTER_FENCING);
    } catch (IOException e) {
      // What a file system says is often no more than a path.
      String reason = "the files cannot be read or written: " + Reason.exception(e);
      forget(writing.progress().trouble(new IOException(reason)));
    } catch (RegistryTrouble | KafkaException e) {
      forget(writing.progress().trouble(e));
    }
  }

  private void forget(Duration pause) {
    claims.release(pause);
    bytes = 0;
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    for (Map.Entry<TopicPartition, OffsetAndMetadata> read : records.nextOffsets().entrySet()) {
      TopicPartition partition = read.getKey();
      Backlog backlog = claims.backlogs().get(partition);
      if (backlog == null) {
        continue;
      }
      long next = read.getValue().offset();
      if (next < backlog.next()) {
        throw new SinkException(
            partition
                + " has fewer records than are stored: the topic was made anew;"
                + " take another directory or warehouse");
      }
      List<Item> items = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> origin : records.records(partition)) {
        since = bytes == 0 ? System.nanoTime() : since;
        bytes += 1L + Math.max(0, origin.serializedValueSize());
        items.add(reader.read(origin));
      }
      backlog.add(items, next);
    }
  }

  private void write() throws IOException, Fenced {
    Orders orders = writing.orders().now();
    SortedMap<TopicPartition, Backlog> backlogs = claims.backlogs();
    Map<Dataset, List<Range>> ranges = new EnumMap<>(Dataset.class);
    List<Item> refused = new ArrayList<>();
    long records = 0;
    for (Map.Entry<TopicPartition, Backlog> read : backlogs.entrySet()) {
      Backlog backlog = read.getValue();
      if (!backlog.items().isEmpty()) {
        RowReader rows = new RowReader(lake.schema(backlog.dataset()), orders);
        Range range =
            new Range(
                read.getKey(),
                backlog.stored(),
                backlog.next(),
                rows(backlog.items(), rows, refused));
        ranges.computeIfAbsent(backlog.dataset(), d -> new ArrayList<>()).add(range);
        records += backlog.items().size();
      }
    }
    // A letter is out before its record is skipped: after a failure it may be there twice.
    writing.letters().send(refused);
    writing.progress().deadLetters(writing.letters().sent());
    for (Map.Entry<Dataset, List<Range>> all : ranges.entrySet()) {
      lake.append(all.getKey(), all.getValue());
    }
    backlogs.values().forEach(Backlog::clear);
    bytes = 0;
    writing.progress().stored(records);
  }

  private static List<Row> rows(List<Item> items, RowReader reader, List<Item> refused) {
    List<Row> rows = new ArrayList<>(items.size());
    for (Item item : items) {
      if (item.isRefused()) {
        refused.add(item);
        continue;
      }
      try {
        rows.add(reader.read(item));
      } catch (Unfit e) {
        refused.add(item.refused("no file holds it: " + e.getMessage(), e));
      }
    }
    return rows;
  }
}
