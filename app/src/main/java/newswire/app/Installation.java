package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import newswire.app.settings.Settings;
import newswire.enrich.prepare.Preparation;
import newswire.local.Addresses;
import newswire.local.LocalPlatform;
import newswire.local.LocalPlatformException;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Everything that {@code newswire up} runs on top of the platform. */
final class Installation implements AutoCloseable {

  private static final long LEAST_SPACE = 64L << 20;

  private final LocalPlatform platform;
  private final Path dir;
  private final RunFile run;
  private final StatusServer http;
  private final @Nullable DemoRun demo;
  private final Pipeline pipeline;

  /**
   * What is to run.
   *
   * @param dir where all data is
   * @param ingest its settings, by key
   * @param sink whether the Postgres sink runs in this process
   */
  record Wanted(
      Path dir,
      int httpPort,
      boolean demo,
      Feeds feeds,
      Settings settings,
      Map<String, String> ingest,
      Preparation preparation,
      boolean sink) {}

  private Installation(
      LocalPlatform platform,
      Wanted wanted,
      RunFile run,
      @Nullable DemoRun demo,
      StatusServer http) {
    this.platform = platform;
    this.dir = wanted.dir();
    this.run = run;
    this.demo = demo;
    this.http = http;
    this.pipeline = Pipeline.start(run, wanted);
  }

  static Installation start(LocalPlatform platform, Wanted wanted)
      throws IOException, InterruptedException, LocalPlatformException {
    RunFile run = describe(platform.addresses(), wanted.httpPort());
    Cluster cluster = Cluster.of(run);
    prepare(cluster);
    Readiness ready = new Readiness();
    StatusServer http =
        StatusServer.start("127.0.0.1", wanted.httpPort(), run.version(), ready, Measures::scrape);
    DemoRun demo = null;
    try {
      demo = wanted.demo() ? DemoRun.start(wanted.dir(), platform.reservePort("demo"), run) : null;
      wanted.feeds().publish(cluster, demo);
      run.write(wanted.dir());
      Installation installation = new Installation(platform, wanted, run, demo, http);
      ready.of(installation.pipeline);
      Progress.step(
          wanted.sink() ? "ingest, enrichment and the Postgres sink" : "ingest and enrichment");
      return installation;
    } catch (IOException | RuntimeException e) {
      http.close();
      if (demo != null) {
        demo.close();
      }
      throw e;
    }
  }

  private static RunFile describe(Addresses at, int httpPort) throws IOException {
    ProcessHandle me = ProcessHandle.current();
    return new RunFile(
        me.pid(),
        RunFile.startOf(me),
        Version.number(),
        at.bootstrapServers(),
        at.registryUrl(),
        Topics.DEFAULT_PREFIX,
        at.jdbcUrl(),
        at.jdbcUser(),
        at.jdbcPassword(),
        "http://127.0.0.1:" + httpPort);
  }

  /** Creates the topics and registers the schemas that are missing. */
  static void prepare(Cluster cluster) throws InterruptedException {
    SchemaRegistry registry = cluster.registry();
    Topics topics = new Topics(cluster.prefix(), registry);
    SchemaPlan schemas = SchemaPlan.of(registry, topics);
    if (!schemas.conflicts().isEmpty()) {
      throw Exit.failed("the registry refuses a schema: " + schemas.conflicts().get(0));
    }
    schemas.apply(registry, topics);
    try (Admin admin = cluster.admin()) {
      TopicPlan plan = TopicPlan.of(admin, topics);
      if (!plan.conflicts().isEmpty()) {
        throw Exit.failed(plan.conflicts().get(0));
      }
      plan.apply(admin);
    }
    Progress.step(topics.all().size() + " topics with their schemas");
  }

  Cluster cluster() {
    return Cluster.of(run);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Optional<DemoRun> demo() {
    return Optional.ofNullable(demo);
  }

  Report report() {
    return new Report(run, dir);
  }

  /** Why it cannot go on, if it cannot. */
  Optional<String> failure() {
    Optional<String> failure = platform.failure();
    if (failure.isPresent() && dir.toFile().getUsableSpace() < LEAST_SPACE) {
      throw Exit.missing(dir + " is full; free some space and start again: nothing is lost");
    }
    return failure;
  }

  @Override
  public void close() throws IOException {
    RunFile.delete(dir);
    pipeline.close();
    if (demo != null) {
      demo.close();
    }
    http.close();
  }
}
