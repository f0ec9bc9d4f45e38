package newswire.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.ingest.IngestConfig;
import newswire.ingest.IngestWorker;
import newswire.ingest.SourceHealth;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import org.jspecify.annotations.Nullable;

/** Ingest, enrichment and, unless it runs elsewhere, the Postgres sink, in this process. */
final class Pipeline implements AutoCloseable {

  private static final String SINK_GROUP = "newswire-sink-postgres";

  private final IngestWorker ingest;
  private final Enrichment enrichment;
  private final @Nullable Sink sink;

  private Pipeline(IngestWorker ingest, Enrichment enrichment, @Nullable Sink sink) {
    this.ingest = ingest;
    this.enrichment = enrichment;
    this.sink = sink;
  }

  /** Starts all parts that are wanted on a cluster that has the topics and schemas. */
  static Pipeline start(RunFile run, Installation.Wanted wanted) {
    Path dir = wanted.dir();
    IngestConfig config = wanted.webSub().config(run.bootstrapServers(), "local", dir);
    // Before anything runs: a secret that cannot be had is no trouble to be waited out.
    config.callbacks();
    Cluster cluster = Cluster.of(run);
    Topics topics = cluster.topics();
    Sink sink = wanted.sink() ? sink(run, cluster, topics) : null;
    Enrichment enrichment =
        new Enrichment(
            EnrichConfig.of(run.bootstrapServers(), dir.resolve("streams")),
            topics,
            wanted.preparation());
    IngestWorker ingest = new IngestWorker(config, topics, Clock.systemUTC());
    if (sink != null) {
      run("sink-postgres", sink);
    }
    enrichment.start();
    run("ingest", ingest);
    return new Pipeline(ingest, enrichment, sink);
  }

  private static Sink sink(RunFile run, Cluster cluster, Topics topics) {
    PostgresConfig config = PostgresConfig.of(run.jdbcUrl(), run.jdbcUser(), run.jdbcPassword());
    return new PostgresSink(config, cluster.client(), topics);
  }

  /** Those of the legs that run in this process. */
  List<Backlog.Leg> ownLegs(Topics topics) {
    return legs(topics).stream()
        .filter(leg -> sink != null || !leg.group().equals(SINK_GROUP))
        .toList();
  }

  /** The parts in the order of an article's way, with what each reads. */
  static List<Backlog.Leg> legs(Topics topics) {
    String streams = EnrichConfig.DEFAULT_APPLICATION_PREFIX;
    return List.of(
        new Backlog.Leg(streams + "prepare", List.of(topics.raw().name())),
        new Backlog.Leg(streams + "relate", List.of(topics.sketches().name())),
        new Backlog.Leg(
            streams + "assemble",
            List.of(
                topics.prepared().name(), topics.relations().name(), topics.withdrawals().name())),
        new Backlog.Leg(
            SINK_GROUP,
            List.of(
                topics.articles().name(), topics.stories().name(), topics.withdrawals().name())));
  }

  private static void run(String name, Runnable part) {
    Thread thread = new Thread(part, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether every source has been asked and nothing is being fetched or written. */
  boolean ingestIsIdle() {
    return ingest.idle();
  }

  boolean isReady() {
    return enrichment.running() && (sink == null || sink.health().ready());
  }

  List<SourceHealth> sources() {
    return ingest.health();
  }

  /** How the sink is doing; empty if it runs elsewhere. */
  Optional<SinkHealth> sink() {
    return sink == null ? Optional.empty() : Optional.of(sink.health());
  }

  /** What keeps each part from working, in one sentence; empty if nothing does. */
  Map<String, String> troubles() {
    Map<String, String> troubles = new TreeMap<>();
    troubles.put("ingest", ingest.trouble().orElse(""));
    troubles.putAll(enrichment.troubles());
    sink().ifPresent(health -> troubles.put("Postgres sink", health.message()));
    return troubles;
  }

  void stopIngest() {
    ingest.close();
  }

  /** Ends all parts, upstream first. */
  @Override
  public void close() {
    ingest.close();
    enrichment.close();
    if (sink != null) {
      sink.close();
    }
  }
}
