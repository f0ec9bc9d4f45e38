package newswire.bench;

import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.prepare.Preparation;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole way of plain-text articles, from the raw topic to the row. */
@Command(
    name = "freshness",
    description = {
      "Articles a second from the raw topic to the row at full load, through all stages; then, at",
      "half of that, how long after it was to be sent an article can be seen (open loop)."
    },
    mixinStandardHelpOptions = true)
final class FreshnessBench implements Callable<Integer> {

  private static final double NANOS = 1e9;

  @Option(
      names = "--articles",
      defaultValue = "20000",
      description = "How many at full load (default ${DEFAULT-VALUE}).")
  private int articles;

  @Option(
      names = "--seconds",
      defaultValue = "40",
      description = "How long at half load (default ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rate", description = "Articles a second, instead of half of the full load.")
  private double rate;

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
          double full = fullLoad(live, visible);
          System.out.printf(
              Locale.ROOT,
              "%-45s %8.0f articles/s%n",
              "raw to row at full load, second half",
              full);
          live.run("raw to row", rate > 0 ? rate : full / 2, seconds);
        }
      }
    }
    return 0;
  }

  /** Of the second half: from when all of it is sent at once until all of it can be seen. */
  private double fullLoad(OpenLoop live, Visible visible)
      throws SQLException, InterruptedException {
    int half = articles / 2;
    live.send(live.make(half));
    visible.awaitRows(half);
    var rest = live.make(articles - half);
    ProcessorTime spent = ProcessorTime.now();
    long start = System.nanoTime();
    live.send(rest);
    visible.awaitRows(articles);
    System.out.println(ProcessorTime.now().since(spent, rest.size()));
    return rest.size() * NANOS / (System.nanoTime() - start);
  }
}
