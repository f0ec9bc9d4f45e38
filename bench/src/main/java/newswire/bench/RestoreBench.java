package newswire.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import newswire.enrich.Enrichment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long relating takes to come back with its state. */
@Command(
    name = "restore",
    description = {
      "Seconds until relate runs again with the state of so many articles: where the disk has",
      "survived, and from the changelogs where it has not."
    },
    mixinStandardHelpOptions = true)
final class RestoreBench implements Callable<Integer> {

  private static final double NANOS = 1e9;

  @Option(
      names = "--articles",
      defaultValue = "100000",
      description = "How many; their times lie within 29 days (default ${DEFAULT-VALUE}).")
  private int articles;

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.create();
        BenchCluster cluster = BenchCluster.start(scratch.path())) {
      // Less than the horizon: none has left when the last one comes.
      Input.write(cluster, articles, Duration.ofDays(29), false);
      print("related", restart(cluster));
      print("started again on the same disk", restart(cluster));
      Scratch.delete(cluster.streamsDirectory());
      print("started again from the changelogs", restart(cluster));
    }
    return 0;
  }

  private static double restart(BenchCluster cluster) throws InterruptedException {
    try (Enrichment enrichment = cluster.enrichment()) {
      long start = System.nanoTime();
      enrichment.start();
      BenchCluster.awaitRunning(enrichment);
      cluster.awaitDone("relate", List.of(cluster.topics().sketches()));
      return (System.nanoTime() - start) / NANOS;
    }
  }

  private static void print(String what, double seconds) {
    System.out.printf(Locale.ROOT, "%-45s %8.1f s%n", what, seconds);
  }
}
