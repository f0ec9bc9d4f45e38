package newswire.app;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * The topics to which records are to go back, and what has come to their keys meanwhile.
 *
 * @param topics those of them that there are, by name
 * @param latest where the last record of a key is, of topics in which it is what counts
 */
record Destinations(Map<String, Topic> topics, Map<Key, Long> latest) {

  /** One topic of the cluster. */
  record Topic(int partitions, boolean lastCounts) {}

  /** A key in a partition, as the letter has it. */
  record Key(TopicPartition place, ByteBuffer key) {}

  static Destinations of(Collection<Letter> letters, Cluster cluster, RecordFinder finder)
      throws InterruptedException {
    Set<String> names = new HashSet<>();
    letters.stream().filter(Letter::isOfARecord).forEach(l -> names.add(l.head().getTopic()));
    Map<String, Topic> topics = existing(names, cluster);
    return new Destinations(topics, latest(letters, topics, finder));
  }

  private static Map<String, Topic> existing(Set<String> names, Cluster cluster)
      throws InterruptedException {
    String sketches = cluster.topics().sketches().name();
    try (Admin admin = cluster.admin()) {
      names.retainAll(admin.listTopics().names().get());
      Map<ConfigResource, Config> configs =
          admin.describeConfigs(names.stream().map(Destinations::resource).toList()).all().get();
      Map<String, Topic> topics = new HashMap<>();
      admin
          .describeTopics(names)
          .allTopicNames()
          .get()
          .forEach(
              (name, topic) ->
                  topics.put(
                      name,
                      // Of sketches relate takes the last, though all are kept for a time.
                      new Topic(
                          topic.partitions().size(),
                          isCompacted(configs, name) || name.equals(sketches))));
      return topics;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the topics: " + e.getMessage(), e);
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static boolean isCompacted(Map<ConfigResource, Config> configs, String topic) {
    @Nullable Config config = configs.get(resource(topic));
    @Nullable ConfigEntry policy =
        config == null ? null : config.get(TopicConfig.CLEANUP_POLICY_CONFIG);
    return policy != null && policy.value() != null && policy.value().contains("compact");
  }

  /** Reads each partition once, from its first letter on. */
  private static Map<Key, Long> latest(
      Collection<Letter> letters, Map<String, Topic> topics, RecordFinder finder) {
    Map<TopicPartition, Long> from = new HashMap<>();
    Map<Key, Long> latest = new HashMap<>();
    for (Letter letter : letters) {
      key(letter, topics)
          .ifPresent(
              key -> {
                from.merge(key.place(), letter.head().getOffset(), Math::min);
                latest.put(key, -1L);
              });
    }
    from.forEach(
        (place, offset) ->
            finder.scanFrom(
                place,
                offset,
                record -> {
                  if (record.key() != null) {
                    Key key = new Key(place, ByteBuffer.wrap(record.key()));
                    latest.computeIfPresent(key, (k, before) -> record.offset());
                  }
                }));
    return latest;
  }

  private static Optional<Key> key(Letter letter, Map<String, Topic> topics) {
    @Nullable Topic topic = topics.get(letter.head().getTopic());
    int partition = letter.head().getPartition();
    if (topic == null
        || !topic.lastCounts()
        || partition < 0
        || partition >= topic.partitions()
        || letter.head().getOffset() < 0) {
      return Optional.empty();
    }
    TopicPartition place = new TopicPartition(letter.head().getTopic(), partition);
    return letter.head().getKey().map(key -> new Key(place, key));
  }

  boolean has(Letter letter) {
    return topics.containsKey(letter.head().getTopic());
  }

  /** The offset of a later record of the same key, where that takes the place of this one. */
  Optional<Long> successor(Letter letter) {
    return key(letter, topics)
        .map(key -> requireNonNull(latest.getOrDefault(key, -1L)))
        .filter(offset -> offset > letter.head().getOffset());
  }

  /** The partition that the record was in, if there is one of that number. */
  Optional<Integer> partition(Letter letter) {
    int partition = letter.head().getPartition();
    return Optional.ofNullable(topics.get(letter.head().getTopic()))
        .filter(topic -> partition >= 0 && partition < topic.partitions())
        .map(topic -> partition);
  }
}
