package newswire.enrich;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import newswire.enrich.assemble.AssembleTopology;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.prepare.PrepareTopology;
import newswire.enrich.relate.RelateTopology;
import newswire.enrich.replay.GivenTopology;
import newswire.schemas.Topics;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * Enrichment as a running service: raw articles in, articles and stories out, by three Kafka
 * Streams applications in this process. Their topics must exist and their schemas be registered.
 */
public final class Enrichment implements AutoCloseable {

  private final List<Application> applications;

  /** Of everything. Connects to nothing before {@link #start}. */
  public Enrichment(EnrichConfig config, Topics topics, Preparation preparation) {
    this(config, topics, preparation, Extent.EVERYTHING);
  }

  /** Of a part of history. Connects to nothing before {@link #start}. */
  public Enrichment(EnrichConfig config, Topics topics, Preparation preparation, Extent extent) {
    this.applications =
        List.of(
            application(config, topics, "prepare", first(topics, preparation, extent)),
            application(config, topics, "relate", new RelateTopology(topics, extent.stories())),
            application(
                config,
                topics,
                "assemble",
                new AssembleTopology(topics, config.generation(), extent.articles())));
  }

  private static Supplier<Topology> first(Topics topics, Preparation preparation, Extent extent) {
    @Nullable Topics given = extent.given();
    @Nullable Intake intake = extent.intake();
    if (given == null) {
      return new PrepareTopology(topics, preparation, intake);
    }
    return new GivenTopology(given, topics, intake == null ? (t, p, o) -> true : intake);
  }

  private static Application application(
      EnrichConfig config, Topics topics, String kind, Supplier<Topology> topology) {
    return new Application(
        topology.get(), StreamsSettings.of(config, topics, kind), config.closeTimeout());
  }

  /** Starts all; returns at once. */
  public void start() {
    applications.forEach(Application::start);
  }

  /** Stops to process records; what has been processed is kept, and the groups are not left. */
  public void pause() {
    applications.forEach(Application::pause);
  }

  /** Goes on after {@link #pause}. */
  public void resume() {
    applications.forEach(Application::resume);
  }

  /** Whether all have their partitions and process records. */
  public boolean running() {
    return applications.stream().allMatch(a -> a.state() == KafkaStreams.State.RUNNING);
  }

  /** The state of each, as Kafka Streams names it, by application id. */
  public Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    applications.forEach(a -> states.put(a.id(), a.state().name()));
    return states;
  }

  /** Why the threads of each die one after the other, by application id; empty if they do not. */
  public Map<String, String> troubles() {
    Map<String, String> troubles = new TreeMap<>();
    applications.forEach(a -> troubles.put(a.id(), a.trouble()));
    return troubles;
  }

  /** The application ids, in the order of an article's way; also their consumer groups. */
  public List<String> applicationIds() {
    return applications.stream().map(Application::id).toList();
  }

  /** The topologies, for a person to read. */
  public String describe() {
    return applications.stream().map(Application::describe).collect(Collectors.joining("\n"));
  }

  /** Commits what is done, leaves the groups and ends; in the order of an article's way. */
  @Override
  public void close() {
    applications.forEach(Application::close);
  }
}
