package newswire.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far each part of the pipeline is behind. */
final class Backlog {

  /** A part of the pipeline: the consumer group it commits to and the topics it reads. */
  record Leg(String group, List<String> topics) {}

  /**
   * @param records offsets between what a group has committed and the end of a topic; transaction
   *     markers count, so it is an upper bound
   * @param end of the topic: the sum of the offsets at which its partitions end
   */
  record Lag(String group, String topic, long records, long end) {}

  private final Admin admin;
  private final List<Leg> legs;

  Backlog(Admin admin, List<Leg> legs) {
    this.admin = admin;
    this.legs = List.copyOf(legs);
  }

  /** The lag of every part, upstream first, each read after the one before it. */
  List<Lag> lags() throws InterruptedException {
    List<Lag> lags = new ArrayList<>();
    for (Leg leg : legs) {
      lags.addAll(lags(leg));
    }
    return lags;
  }

  boolean isDrained() throws InterruptedException {
    for (Leg leg : legs) {
      if (lags(leg).stream().anyMatch(lag -> lag.records() > 0)) {
        return false;
      }
    }
    return true;
  }

  private List<Lag> lags(Leg leg) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
      for (TopicDescription topic :
          admin.describeTopics(leg.topics()).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(
                p -> {
                  TopicPartition partition = new TopicPartition(topic.name(), p.partition());
                  latest.put(partition, OffsetSpec.latest());
                  earliest.put(partition, OffsetSpec.earliest());
                });
      }
      // Up to the high watermark: what has been committed may not be visible for some moments.
      ListOffsetsOptions everything = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
      Map<TopicPartition, OffsetAndMetadata> done =
          admin
              .listConsumerGroupOffsets(Map.of(leg.group(), new ListConsumerGroupOffsetsSpec()))
              .partitionsToOffsetAndMetadata(leg.group())
              .get();
      Map<TopicPartition, ListOffsetsResultInfo> starts =
          admin.listOffsets(earliest, everything).all().get();
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin.listOffsets(latest, everything).all().get();
      return leg.topics().stream()
          .map(
              topic ->
                  new Lag(leg.group(), topic, behind(topic, starts, ends, done), end(topic, ends)))
          .toList();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read offsets: " + e.getMessage(), e);
    }
  }

  private static long end(String topic, Map<TopicPartition, ListOffsetsResultInfo> ends) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().equals(topic))
        .mapToLong(end -> end.getValue().offset())
        .sum();
  }

  private static long behind(
      String topic,
      Map<TopicPartition, ListOffsetsResultInfo> starts,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, OffsetAndMetadata> done) {
    long behind = 0;
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
      if (!end.getKey().topic().equals(topic)) {
        continue;
      }
      OffsetAndMetadata committed = done.get(end.getKey());
      ListOffsetsResultInfo start = starts.get(end.getKey());
      long from = committed != null ? committed.offset() : start == null ? 0 : start.offset();
      behind += Math.max(0, end.getValue().offset() - from);
    }
    return behind;
  }
}
