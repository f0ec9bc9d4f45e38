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
  private static final int PARTS = 5;

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
      relate(cluster);
      print("started again on the same disk", restart(cluster));
      Scratch.delete(cluster.streamsDirectory());
      print("started again from the changelogs", restart(cluster));
    }
    return 0;
  }

  /** Tells the rate of each part: how well relating holds it while its state grows. */
  private void relate(BenchCluster cluster) throws InterruptedException {
    try (Enrichment enrichment = cluster.enrichment()) {
      enrichment.start();
      BenchCluster.awaitRunning(enrichment);
      for (int part = 1; part <= PARTS; part++) {
        long start = System.nanoTime();
        cluster.awaitDone("relate", List.of(cluster.topics().sketches()), (double) part / PARTS);
        double seconds = (System.nanoTime() - start) / NANOS;
        System.out.printf(
            Locale.ROOT,
            "%-45s %8.0f articles/s%n",
            "related, up to article " + (long) articles * part / PARTS,
            articles / PARTS / seconds);
      }
    }
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
