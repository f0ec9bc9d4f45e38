package newswire.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Deletes the beginnings of partitions that hold what is to be erased. */
record Truncation(Admin admin, Topics topics) {

  /** Gives what is held afterwards. */
  Map<String, ErasureScan.Held> run(Map<String, ErasureScan.Held> held, ErasureScan scan)
      throws InterruptedException {
    Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
    ends(held, topics.raw(), topics.revisions(), topics.deadLetters())
        .forEach((place, end) -> deletions.put(place, RecordsToDelete.beforeOffset(end)));
    try {
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
