package newswire.app;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import newswire.enrich.replay.Frame;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.ReplayRun;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The replays of a cluster, as their topic has them. */
final class Replays {

  private final Cluster cluster;
  private final Topic<String, ReplayRun> topic;
  private final Clock clock;

  Replays(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.topic = cluster.topics().replays();
    this.clock = clock;
  }

  /** All, by name. */
  List<ReplayRun> all() {
    try (RecordFinder finder = new RecordFinder(cluster)) {
      finder.require(topic);
    }
    return List.copyOf(new TreeMap<>(new TopicReader(cluster).latest(topic)).values());
  }

  Optional<ReplayRun> find(String name) {
    return all().stream().filter(run -> run.getName().equals(name)).findFirst();
  }

  /** The replay of this name; ends the command if there is none. */
  ReplayRun get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                Exit.missing(
                    "there is no replay called "
                        + Sheet.quoted(name, 80)
                        + "; 'newswire replay list' names those there are"));
  }

  /** What of history it is of. */
  static Frame frame(ReplayRun run) {
    return new Frame(
        run.getFrom().orElse(null),
        run.getTo().orElse(null),
        Duration.ofMillis(run.getWarmUpMs()),
        new TreeSet<>(run.getSites()),
        new TreeSet<>(run.getLanguages()));
  }

  /** What its topics, consumer groups and application ids begin with. */
  static String prefix(Topics topics, String name) {
    return topics.prefix() + "replay." + name + ".";
  }

  /** A generation whose results outrank those of live and of every replay there is. */
  int nextGeneration() {
    int promoted = lastPromoted();
    return 1 + all().stream().mapToInt(ReplayRun::getGeneration).reduce(promoted, Math::max);
  }

  // A replay that was made live and dropped has left its generation to the articles.
  private int lastPromoted() {
    Topic<String, Article> promotions = cluster.topics().promotions();
    int[] last = {1};
    try (RecordFinder finder = new RecordFinder(cluster)) {
      finder.require(promotions);
      for (TopicPartition place : finder.partitions(promotions.name())) {
        finder.scanLast(
            place,
            record ->
                RecordFinder.decoded(promotions, record)
                    .ifPresent(a -> last[0] = Math.max(last[0], a.getRevision().getGeneration())));
      }
    }
    return last[0];
  }

  /** Waits until it is on the topic. */
  void put(ReplayRun run) {
    write(run.getName(), run);
  }

  /** Waits until it is gone. */
  void remove(String name) {
    write(name, null);
  }

  private void write(String name, @Nullable ReplayRun run) {
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    try (Producer<String, ReplayRun> producer =
        new KafkaProducer<>(config, topic.key().serializer(), topic.value().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), null, clock.millis(), name, run)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exit.failed("interrupted before the replay was noted");
    } catch (ExecutionException e) {
      throw Exit.failed("the replay was not noted: " + e.getMessage());
    }
  }
}
