package newswire.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.prepare.Preparation;
import newswire.local.Addresses;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fresh live is while a replay runs beside it, in a process of its own. */
@Command(
    name = "throttle",
    description = {
      "How long an article takes from the raw topic to its row, at a steady rate (open loop):"
          + " first",
      "with live alone, then while 'newswire replay run' computes what came before again."
    },
    mixinStandardHelpOptions = true)
final class ThrottleBench implements Callable<Integer> {

  private static final String NAME = "beside";
  private static final double BEGUN = .01;
  private static final int STARTING_SECONDS = 15;

  @Option(
      names = "--articles",
      defaultValue = "10000",
      description = "How many are replayed (default ${DEFAULT-VALUE}).")
  private int articles;

  @Option(
      names = "--rate",
      defaultValue = "30",
      description = "Live articles a second (default ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--seconds",
      defaultValue = "40",
      description = "How long each is measured (default ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--option",
      description = "Given to the replay, such as --option=--live-delay=300ms; may be repeated.")
  private List<String> options = List.of();

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.create();
        BenchCluster cluster = BenchCluster.startWithPostgres(scratch.path())) {
      PostgresConfig config = SinkBench.config(cluster.addresses());
      EnrichConfig enrich =
          EnrichConfig.of(
              cluster.addresses().bootstrapServers(), scratch.path().resolve("streams"));
      try (PostgresSink sink = new PostgresSink(config, cluster.client(), cluster.topics());
          Enrichment enrichment =
              new Enrichment(enrich, cluster.topics(), Preparation.standard())) {
        new Thread(sink, "sink").start();
        enrichment.start();
        BenchCluster.awaitRunning(enrichment);
        SinkBench.awaitReady(sink);
        try (Visible visible = new Visible(config);
            OpenLoop live = new OpenLoop(cluster, visible, articles)) {
          live.send(live.make(articles));
          visible.awaitRows(articles);
          double alone = live.run("live alone", rate, seconds);
          double beside = beside(cluster, scratch.path(), live);
          System.out.printf(Locale.ROOT, "p99 beside a replay / alone %.2f%n", beside / alone);
        }
      }
    }
    return 0;
  }

  private double beside(BenchCluster cluster, Path directory, OpenLoop live) throws Exception {
    Process replay = start(cluster.addresses(), directory);
    try {
      live.run("live while a replay starts", rate, STARTING_SECONDS);
      cluster.awaitGroup(
          "newswire.replay." + NAME + ".prepare", List.of(cluster.topics().raw()), BEGUN);
      double p99 = live.run("live beside a replay", rate, seconds);
      System.out.println(
          replay.isAlive()
              ? "the replay was running all the time"
              : "the replay ended before; give more --articles");
      return p99;
    } finally {
      replay.destroyForcibly();
      replay.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private Process start(Addresses addresses, Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("nice", "-n", "19")); // as ./newswire does
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseParallelGC", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "newswire.app.Main"));
    command.addAll(List.of("replay", "run", "--name", NAME, "--execute"));
    command.addAll(List.of("--data", directory.resolve("replay").toString()));
    command.addAll(List.of("--bootstrap-server", addresses.bootstrapServers()));
    command.addAll(List.of("--registry", addresses.registryUrl()));
    command.addAll(options);
    return new ProcessBuilder(command).inheritIO().start();
  }
}
