package newswire.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
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
    Stream.<Topic<?, ?>>of(topics.raw(), topics.revisions(), topics.deadLetters())
        .map(topic -> held.get(topic.name()))
        .flatMap(each -> each == null ? Stream.empty() : each.ends().entrySet().stream())
        .forEach(end -> deletions.put(end.getKey(), RecordsToDelete.beforeOffset(end.getValue())));
    try {
      deletions.putAll(alreadyRead(held.get(topics.promotions().name()), "prepare"));
      deletions.putAll(alreadyRead(held.get(topics.sketches().name()), "relate"));
      admin.deleteRecords(deletions).all().get();
    } catch (ExecutionException e) {
      throw Exit.failed("Kafka does not delete the records: " + e.getMessage());
    }
    return scan.run();
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
