package newswire.app;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics that an archive is made of: what everything else is computed from.
 *
 * @param ids what Kafka calls each, by kind
 * @param beginnings the first offset that is still there, of each partition
 */
record ArchiveTopics(
    Map<String, Topic<?, ?>> topics,
    Map<String, String> ids,
    Map<TopicPartition, Long> beginnings) {

  static final String RAW = "raw";

  /** In the order in which they are to come back: a kill before what it kills. */
  private static final List<String> KINDS = List.of("gazetteer", "sources", "withdrawals", RAW);

  static ArchiveTopics of(Cluster cluster, List<String> wanted) throws InterruptedException {
    Topics all = cluster.topics();
    Map<String, Topic<?, ?>> topics = new TreeMap<>();
    for (String kind : wanted.isEmpty() ? KINDS : wanted) {
      if (!KINDS.contains(kind)) {
        throw Exit.usage(
            "'"
                + kind
                + "' is not archived, as it can be computed; --topic takes "
                + String.join(", ", KINDS));
      }
      topics.put(kind, all.named(kind).findFirst().orElseThrow());
    }
    try (Admin admin = cluster.admin()) {
      Map<String, TopicDescription> found =
          admin
              .describeTopics(topics.values().stream().map(Topic::name).toList())
              .allTopicNames()
              .get();
      Map<String, String> ids = new HashMap<>();
      List<TopicPartition> partitions = new ArrayList<>();
      topics.forEach(
          (kind, topic) -> {
            TopicDescription described = requireNonNull(found.get(topic.name()));
            ids.put(kind, described.topicId().toString());
            described
                .partitions()
                .forEach(p -> partitions.add(new TopicPartition(topic.name(), p.partition())));
          });
      return new ArchiveTopics(topics, ids, beginnings(admin, partitions));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw Exit.missing(
            "a topic is missing: "
                + e.getMessage()
                + "; 'newswire topics apply' and 'newswire schemas apply' make what is missing");
      }
      throw new KafkaException("cannot read the topics: " + e.getMessage(), e);
    }
  }

  private static Map<TopicPartition, Long> beginnings(Admin admin, List<TopicPartition> partitions)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, ListOffsetsResultInfo> first =
        admin
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest())))
            .all()
            .get();
    return first.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  /** Kinds of topic, in the order in which they are to come back. */
  List<String> kinds() {
    return KINDS.stream().filter(topics::containsKey).toList();
  }

  Topic<?, ?> topic(String kind) {
    return requireNonNull(topics.get(kind));
  }

  String id(String kind) {
    return requireNonNull(ids.get(kind));
  }

  /** The partitions of a topic, in order. */
  List<TopicPartition> partitions(String kind) {
    String name = topic(kind).name();
    return beginnings.keySet().stream()
        .filter(p -> p.topic().equals(name))
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  /** The first offset of a partition that is still there. */
  long beginning(TopicPartition partition) {
    return requireNonNull(beginnings.get(partition));
  }

  /** Whether the topic keeps only the last record of a key. */
  boolean isCompacted(String kind) {
    return topic(kind).config().getOrDefault("cleanup.policy", "").equals("compact");
  }
}
