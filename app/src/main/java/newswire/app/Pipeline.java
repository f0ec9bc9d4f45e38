package newswire.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newswire.app.settings.Settings;
import newswire.enrich.Enrichment;
import newswire.ingest.IngestConfig;
import newswire.ingest.IngestWorker;
import newswire.ingest.SourceHealth;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;

/** Ingest, enrichment and, unless they run elsewhere, the sinks of Postgres, in this process. */
final class Pipeline implements AutoCloseable {

  static final String SINK_GROUP = "newswire-sink-postgres";
  static final String SEARCH_GROUP = "newswire-sink-search";

  private final IngestWorker ingest;
  private final Enrichment enrichment;
  private final List<NamedSink> sinks;

  /** A sink and what it is called for a person. */
  private record NamedSink(String name, Sink sink) {}

  private Pipeline(IngestWorker ingest, Enrichment enrichment, List<NamedSink> sinks) {
    this.ingest = ingest;
    this.enrichment = enrichment;
    this.sinks = sinks;
  }

  /** Starts all parts that are wanted on a cluster that has the topics and schemas. */
  static Pipeline start(RunFile run, Installation.Wanted wanted) {
    Path dir = wanted.dir();
    Cluster cluster = Cluster.of(run).measured();
    IngestConfig config = cluster.ingest(wanted.ingest(), "local");
    // Before anything runs: a secret that cannot be had is no trouble to be waited out.
    config.callbacks();
    Topics topics = cluster.topics();
    List<NamedSink> sinks = wanted.sink() ? sinks(run, wanted.settings(), cluster) : List.of();
    Enrichment enrichment =
        new Enrichment(
            EnrichSettings.config(cluster, wanted.settings(), dir.resolve("streams")),
            topics,
            wanted.preparation());
    IngestWorker ingest = new IngestWorker(config, topics, Clock.systemUTC());
    sinks.forEach(each -> run(each.name(), each.sink()));
    enrichment.start();
    run("ingest", ingest);
    return new Pipeline(ingest, enrichment, sinks);
  }

  private static List<NamedSink> sinks(RunFile run, Settings settings, Cluster cluster) {
    PostgresSink rows =
        new PostgresSink(
            DatabaseOptions.ofUp(run, settings, false), cluster.client(), cluster.topics());
    PostgresConfig search = DatabaseOptions.ofUp(run, settings, true);
    return List.of(
        new NamedSink("Postgres sink", rows),
        new NamedSink(
            "search sink", PostgresSink.ofSearch(search, cluster.client(), cluster.topics())));
  }

  /** Those of the legs that run in this process. */
  List<Backlog.Leg> ownLegs(Topics topics) {
    return legs(topics).stream()
        .filter(
            leg ->
                !sinks.isEmpty()
                    || !(leg.group().equals(SINK_GROUP) || leg.group().equals(SEARCH_GROUP)))
        .toList();
  }

  /** The parts in the order of an article's way, with what each reads. */
  static List<Backlog.Leg> legs(Topics topics) {
    String streams = topics.prefix();
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

  /** Those that a row of Postgres waits for; search comes after it, and takes its time. */
  static List<Backlog.Leg> legsToRows(Topics topics) {
    return legs(topics).stream().filter(leg -> !leg.group().equals(SEARCH_GROUP)).toList();
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
    return enrichment.running() && sinks.stream().allMatch(each -> each.sink().health().ready());
  }

  List<SourceHealth> sources() {
    return ingest.health();
  }

  /** How the sink of rows is doing; empty if it runs elsewhere. */
  Optional<SinkHealth> sink() {
    return sinks.stream().map(each -> each.sink().health()).findFirst();
  }

  /** The sink that has stopped and why, in one sentence; empty if none has. */
  Optional<String> stoppedSink() {
    return sinks.stream()
        .filter(each -> each.sink().health().state() == SinkHealth.State.FAILED)
        .map(each -> "the " + each.name() + " has stopped: " + each.sink().health().message())
        .findFirst();
  }

  /** What keeps each part from working, in one sentence; empty if nothing does. */
  Map<String, String> troubles() {
    Map<String, String> troubles = new TreeMap<>();
    troubles.put("ingest", ingest.trouble().orElse(""));
    troubles.putAll(enrichment.troubles());
    sinks.forEach(each -> troubles.put(each.name(), each.sink().health().message()));
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
    sinks.forEach(each -> each.sink().close());
  }
}
