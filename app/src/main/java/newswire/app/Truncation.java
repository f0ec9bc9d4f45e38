package newswire.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the beginnings of partitions that hold what is to be erased, and nothing that enrichment
 * has not read.
 */
record Truncation(Admin admin, Topics topics) {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Gives what is held afterwards. */
  Map<String, ErasureScan.Held> run(Map<String, ErasureScan.Held> held, ErasureScan scan)
      throws InterruptedException {
    Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
    ends(held, topics.revisions(), topics.deadLetters())
        .forEach((place, end) -> deletions.put(place, RecordsToDelete.beforeOffset(end)));
    try {
      deletions.putAll(raw(held.get(topics.raw().name())));
      deletions.putAll(alreadyRead(held.get(topics.promotions().name()), "prepare"));
      deletions.putAll(alreadyRead(held.get(topics.sketches().name()), "relate"));
      admin.deleteRecords(deletions).all().get();
    } catch (ExecutionException e) {
      throw Exit.failed("Kafka does not delete the records: " + e.getMessage());
    }
    return scan.run();
  }

  /** Of the topics of a replay that is done: nobody reads them in order any more. */
  static void ofReplay(Admin admin, Topics own, Map<String, ErasureScan.Held> held)
      throws InterruptedException {
    Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
    ends(held, own.sketches(), own.revisions(), own.deadLetters())
        .forEach((place, end) -> deletions.put(place, RecordsToDelete.beforeOffset(end)));
    try {
      admin.deleteRecords(deletions).all().get();
    } catch (ExecutionException e) {
      throw Exit.failed("Kafka does not delete the records: " + e.getMessage());
    }
  }

  private static Map<TopicPartition, Long> ends(
      Map<String, ErasureScan.Held> held, Topic<?, ?>... all) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Topic<?, ?> topic : all) {
      ErasureScan.Held found = held.get(topic.name());
      if (found != null) {
        ends.putAll(found.ends());
      }
    }
    return ends;
  }

  /** All of it: more may have come while it was looked for. */
  private Map<TopicPartition, RecordsToDelete> raw(ErasureScan.@Nullable Held held)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    Map<TopicPartition, RecordsToDelete> read = alreadyRead(held, "prepare");
    while (held != null && read.size() < held.ends().size()) {
      if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
        throw Exit.failed(
            "killed and ordered, but nothing was truncated: enrichment has not read all raw records"
                + " before the last that holds it, and would miss them; run this again when it has");
      }
      TimeUnit.MILLISECONDS.sleep(200);
      read = alreadyRead(held, "prepare");
    }
    return read;
  }

  /** What the only reader has read: the others would be missed. */
  private Map<TopicPartition, RecordsToDelete> alreadyRead(
      ErasureScan.@Nullable Held held, String reader)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
    if (held == null || held.ends().isEmpty()) {
      return deletions;
    }
    String group = topics.prefix() + reader;
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    held.ends()
        .forEach(
            (partition, end) -> {
              OffsetAndMetadata position = read.get(partition);
              if (position != null && position.offset() >= end) {
                deletions.put(partition, RecordsToDelete.beforeOffset(end));
              }
            });
    return deletions;
  }
}
