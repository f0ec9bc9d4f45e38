package newswire.app;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayRun;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Up to where a replay that begins now reads: what comes later is not of it. */
final class ReplayEnds {

  static final Comparator<TopicPartition> BY_TOPIC =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private final Admin admin;
  private final Topics topics;

  ReplayEnds(Admin admin, Topics topics) {
    this.admin = admin;
    this.topics = topics;
  }

  /** By topic and partition; the raw log's among them, also where it is not read. */
  Map<TopicPartition, Long> of(ReplayRun run) throws InterruptedException {
    Map<TopicPartition, Long> ends = ends(topics.raw().name());
    if (!StagesOption.prepares(run)) {
      // Of raw records up to here all that live makes of them is before the ends asked for next.
      Map<TopicPartition, Long> done = position(admin, topics.prefix() + "prepare");
      ends.replaceAll((place, end) -> Math.min(end, done.getOrDefault(place, 0L)));
      ends.putAll(ends(topics.prepared().name()));
      ends.putAll(ends(topics.sketches().name()));
    }
    return ends;
  }

  /** The end of every partition, as readers of committed records see it. */
  private Map<TopicPartition, Long> ends(String topic) throws InterruptedException {
    try {
      TopicDescription description =
          requireNonNull(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
      Map<TopicPartition, OffsetSpec> latest =
          description.partitions().stream()
              .collect(
                  Collectors.toMap(
                      p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new TreeMap<>(BY_TOPIC);
      admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
          .all()
          .get()
          .forEach((place, found) -> ends.put(place, found.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the end of " + topic + ": " + e.getMessage(), e);
    }
  }

  /** How far a group has read; empty before it begins. */
  static Map<TopicPartition, Long> position(Admin admin, String group) throws InterruptedException {
    try {
      Map<TopicPartition, Long> position = new TreeMap<>(BY_TOPIC);
      for (Map.Entry<TopicPartition, OffsetAndMetadata> committed :
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet()) {
        if (committed.getValue() != null) {
          position.put(committed.getKey(), committed.getValue().offset());
        }
      }
      return position;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw new KafkaException("cannot read how far " + group + " is: " + e.getMessage(), e);
    }
  }
}
