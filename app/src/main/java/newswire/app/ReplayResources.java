package newswire.app;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newswire.schemas.SchemaPlan;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayInput;
import newswire.schemas.avro.ReplayRun;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a replay has in Kafka and in the registry: topics, consumer groups, subjects. */
final class ReplayResources {

  // Where nothing is prepared, the first copies what was.
  private static final List<String> PARTS = List.of("prepare", "relate", "assemble");

  private static final long PATIENCE_NANOS = 12_000_000_000L;
  private static final long PAUSE_MS = 500;

  private final Cluster cluster;
  private final Admin admin;
  private final Topics topics;
  private final String name;
  private final String prefix;

  ReplayResources(Cluster cluster, Admin admin, String name) {
    this.cluster = cluster;
    this.admin = admin;
    this.topics = cluster.topics();
    this.name = name;
    this.prefix = Replays.prefix(topics, name);
  }

  /** Consumer groups, which are its application ids too. */
  List<String> groups() {
    return PARTS.stream().map(part -> prefix + part).toList();
  }

  /** What each part reads that it has itself, or waits for. */
  List<Backlog.Leg> legs() {
    Topics own = topics.ofReplay(name);
    String relate = prefix + "relate";
    return List.of(
        new Backlog.Leg(
            relate,
            List.of(
                own.sketches().name(), own.withdrawals().name(), relate + "-kills-repartition")),
        new Backlog.Leg(
            prefix + "assemble",
            List.of(own.prepared().name(), own.relations().name(), own.withdrawals().name())));
  }

  /** Creates what is missing, and sets where reading begins; before its first start only. */
  void create(ReplayRun run) throws InterruptedException {
    Topics own = topics.ofReplay(name);
    SchemaPlan schemas = SchemaPlan.of(cluster.registry(), own);
    if (!schemas.conflicts().isEmpty()) {
      throw Exit.failed("the registry refuses a schema: " + schemas.conflicts().get(0));
    }
    schemas.apply(cluster.registry(), own);
    TopicPlan plan = TopicPlan.of(admin, own);
    if (!plan.conflicts().isEmpty()) {
      throw Exit.failed(plan.conflicts().get(0));
    }
    plan.apply(admin);
    Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
    for (ReplayInput input : run.getInputs()) {
      starts.put(
          new TopicPartition(input.getTopic(), input.getPartition()),
          new OffsetAndMetadata(input.getStart()));
    }
    try {
      admin.alterConsumerGroupOffsets(prefix + "prepare", starts).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot set where the replay begins: " + e.getMessage(), e);
    }
  }

  /** Waits until no process runs it; ends the command if one goes on. */
  void awaitStopped() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (String group : groups()) {
      while (LiveLoad.isRunning(admin, group)) {
        if (System.nanoTime() > deadline) {
          throw Exit.failed(
              "the replay "
                  + name
                  + " runs, as its consumer group "
                  + group
                  + " says; end it first");
        }
        Thread.sleep(PAUSE_MS);
      }
    }
  }

  /** Its topics, those of its stores included, sorted. */
  List<String> topics() throws InterruptedException {
    try {
      return admin.listTopics().names().get().stream()
          .filter(topic -> topic.startsWith(prefix))
          .sorted()
          .toList();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the topics: " + e.getMessage(), e);
    }
  }

  /** The subjects of its topics, sorted. */
  List<String> subjects() {
    try {
      return cluster.registry().client().getAllSubjects().stream()
          .filter(subject -> subject.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException | RestClientException e) {
      throw new KafkaException("cannot read the schema registry: " + e.getMessage(), e);
    }
  }

  /** Deletes the topics of its stores, which nobody needs once it is done. */
  void deleteState() throws InterruptedException {
    List<String> internal =
        topics().stream()
            .filter(topic -> topic.endsWith("-changelog") || topic.endsWith("-repartition"))
            .toList();
    delete(admin.deleteTopics(internal).topicNameValues().values(), "topics of its stores");
  }

  /** Deletes all of it; what is gone already does not matter. */
  void delete() throws InterruptedException {
    delete(admin.deleteConsumerGroups(groups()).deletedGroups().values(), "consumer groups");
    delete(admin.deleteTopics(topics()).topicNameValues().values(), "topics");
    SchemaRegistryClient client = cluster.registry().client();
    for (String subject : subjects()) {
      try {
        client.deleteSubject(subject);
        client.deleteSubject(subject, true);
      } catch (IOException | RestClientException e) {
        throw new KafkaException("cannot delete the subject " + subject + ": " + e.getMessage(), e);
      }
    }
  }

  private static void delete(Collection<KafkaFuture<Void>> deleted, String what)
      throws InterruptedException {
    for (KafkaFuture<Void> one : deleted) {
      try {
        one.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof GroupIdNotFoundException
            || e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw new KafkaException("cannot delete the " + what + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** How far it has read what it begins with; empty before it begins. */
  Map<TopicPartition, Long> position() throws InterruptedException {
    return ReplayEnds.position(admin, prefix + "prepare");
  }
}
