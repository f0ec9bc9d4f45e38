package newswire.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.prepare.Preparation;
import newswire.ingest.IngestConfig;
import newswire.ingest.IngestWorker;
import newswire.ingest.SourceHealth;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;

/** Ingest, enrichment and the sinks of Postgres, running in this process. */
final class Pipeline implements AutoCloseable {

  static final String SINK_GROUP = "newswire-sink-postgres";
  static final String SEARCH_GROUP = "newswire-sink-search";

  private final IngestWorker ingest;
  private final Enrichment enrichment;
  private final Sink sink;
  private final Sink search;

  private Pipeline(IngestWorker ingest, Enrichment enrichment, Sink sink, Sink search) {
    this.ingest = ingest;
    this.enrichment = enrichment;
    this.sink = sink;
    this.search = search;
  }

  /** Starts all parts on a cluster that has the topics and schemas. */
  static Pipeline start(RunFile run, Path dir, WebSubOptions webSub, Preparation preparation) {
    IngestConfig config = webSub.config(run.bootstrapServers(), "local", dir);
    // Before anything runs: a secret that cannot be had is no trouble to be waited out.
    config.callbacks();
    Cluster cluster = Cluster.of(run);
    Topics topics = cluster.topics();
    Sink sink =
        new PostgresSink(
            PostgresConfig.of(run.jdbcUrl(), run.jdbcUser(), run.jdbcPassword()),
            cluster.client(),
            topics);
    Sink search =
        PostgresSink.ofSearch(
            PostgresConfig.from(
                Map.of(
                    "jdbc-url", run.jdbcUrl(),
                    "user", run.jdbcUser(),
                    "password", run.jdbcPassword(),
                    "group", SEARCH_GROUP)),
            cluster.client(),
            topics);
    Enrichment enrichment =
        new Enrichment(
            EnrichConfig.of(run.bootstrapServers(), dir.resolve("streams")), topics, preparation);
    IngestWorker ingest = new IngestWorker(config, topics, Clock.systemUTC());
    run("sink-postgres", sink);
    run("sink-search", search);
    enrichment.start();
    run("ingest", ingest);
    return new Pipeline(ingest, enrichment, sink, search);
  }

  /** The parts in the order of an article's way, with what each reads. */
  static List<Backlog.Leg> legs(Topics topics) {
    String streams = EnrichConfig.DEFAULT_APPLICATION_PREFIX;
    return List.of(
        new Backlog.Leg(
            streams + "prepare", List.of(topics.raw().name(), topics.promotions().name())),
        new Backlog.Leg(streams + "relate", List.of(topics.sketches().name())),
        new Backlog.Leg(
            streams + "assemble",
            List.of(
                topics.prepared().name(), topics.relations().name(), topics.withdrawals().name())),
        new Backlog.Leg(
            SINK_GROUP,
            List.of(
                topics.articles().name(), topics.stories().name(), topics.withdrawals().name())),
        new Backlog.Leg(
            SEARCH_GROUP, List.of(topics.articles().name(), topics.withdrawals().name())));
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
    return enrichment.running() && sink.health().ready();
  }

  List<SourceHealth> sources() {
    return ingest.health();
  }

  SinkHealth sink() {
    return sink.health();
  }

  /** What keeps each part from working, in one sentence; empty if nothing does. */
  Map<String, String> troubles() {
    Map<String, String> troubles = new TreeMap<>();
    troubles.put("ingest", ingest.trouble().orElse(""));
    troubles.putAll(enrichment.troubles());
    troubles.put("Postgres sink", sink.health().message());
    troubles.put("search sink", search.health().message());
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
    sink.close();
    search.close();
  }
}
