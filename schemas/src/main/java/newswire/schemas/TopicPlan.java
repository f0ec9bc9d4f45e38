package newswire.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What must be done to a cluster so that it has every topic as {@link Topics} says.
 *
 * @param missing topics to create
 * @param reconfigured settings to change, by topic
 * @param conflicts what cannot be changed without moving records, one sentence each
 */
public record TopicPlan(
    List<Topic<?, ?>> missing,
    Map<String, Map<String, String>> reconfigured,
    List<String> conflicts) {

  /** Compares the cluster with the table. */
  public static TopicPlan of(Admin admin, Topics topics) throws InterruptedException {
    try {
      Set<String> existing = new HashSet<>(admin.listTopics().names().get());
      List<Topic<?, ?>> missing = new ArrayList<>();
      List<Topic<?, ?>> present = new ArrayList<>();
      topics.all().forEach(t -> (existing.contains(t.name()) ? present : missing).add(t));
      return new TopicPlan(missing, reconfigured(admin, present), conflicts(admin, present));
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the topics: " + e.getMessage(), e);
    }
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return missing.isEmpty() && reconfigured.isEmpty() && conflicts.isEmpty();
  }

  /** Creates and reconfigures; leaves conflicts alone. Replication is the broker's default. */
  public void apply(Admin admin) throws InterruptedException {
    List<NewTopic> created =
        missing.stream()
            .map(
                t ->
                    new NewTopic(t.name(), Optional.of(t.partitions()), Optional.<Short>empty())
                        .configs(t.config()))
            .toList();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new TreeMap<>(RESOURCE_ORDER);
    reconfigured.forEach((topic, config) -> changes.put(resource(topic), operations(config)));
    try {
      admin.createTopics(created).all().get();
      admin.incrementalAlterConfigs(changes).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot create the topics: " + e.getMessage(), e);
    }
  }

  private static final Comparator<ConfigResource> RESOURCE_ORDER =
      Comparator.comparing(ConfigResource::name);

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static List<AlterConfigOp> operations(Map<String, String> config) {
    return config.entrySet().stream()
        .map(
            e ->
                new AlterConfigOp(
                    new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  private static Map<String, Map<String, String>> reconfigured(
      Admin admin, List<Topic<?, ?>> present) throws InterruptedException, ExecutionException {
    Map<ConfigResource, Config> actual =
        admin.describeConfigs(present.stream().map(t -> resource(t.name())).toList()).all().get();
    Map<String, Map<String, String>> changes = new TreeMap<>();
    for (Topic<?, ?> topic : present) {
      Map<String, String> wrong = new TreeMap<>(topic.config());
      Config config = actual.get(resource(topic.name()));
      if (config != null) {
        wrong.entrySet().removeIf(e -> has(config, e.getKey(), e.getValue()));
      }
      if (!wrong.isEmpty()) {
        changes.put(topic.name(), wrong);
      }
    }
    return changes;
  }

  private static boolean has(Config config, String key, String value) {
    ConfigEntry entry = config.get(key);
    return entry != null && value.equals(entry.value());
  }

  private static List<String> conflicts(Admin admin, List<Topic<?, ?>> present)
      throws InterruptedException, ExecutionException {
    Map<String, TopicDescription> actual =
        admin.describeTopics(present.stream().map(Topic::name).toList()).allTopicNames().get();
    List<String> conflicts = new ArrayList<>();
    for (Topic<?, ?> topic : present) {
      TopicDescription description = actual.get(topic.name());
      if (description != null && description.partitions().size() != topic.partitions()) {
        conflicts.add(
            topic.name()
                + " has "
                + description.partitions().size()
                + " partitions instead of "
                + topic.partitions()
                + "; keys would move, so it must be made anew");
      }
    }
    return conflicts;
  }
}
