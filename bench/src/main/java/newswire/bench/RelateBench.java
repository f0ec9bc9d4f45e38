package newswire.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import newswire.enrich.Enrichment;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Relating and assembling, from prepared articles and sketches on. */
@Command(
    name = "relate",
    description = {
      "Articles a second through relate and assemble, exactly once, from prepared records on,",
      "beside a transactional copy of the same records in the same run."
    },
    mixinStandardHelpOptions = true)
final class RelateBench implements Callable<Integer> {

  private static final double NANOS = 1e9;
  private static final double HALF = .5;

  @Option(
      names = "--articles",
      defaultValue = "60000",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int articles;

  @Option(
      names = "--days",
      defaultValue = "10",
      description = "Over which their times are spread (default ${DEFAULT-VALUE}).")
  private int days;

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.create();
        BenchCluster cluster = BenchCluster.start(scratch.path())) {
      Topics topics = cluster.topics();
      Input.write(cluster, articles, Duration.ofDays(days), true);
      double copied = new TransactionalCopy(cluster, read(topics)).run() / NANOS;
      print("transactional copy of prepared and sketches", copied);
      double related = relate(cluster);
      System.out.printf(Locale.ROOT, "ratio %.2f%n", copied / articles * related);
    }
    return 0;
  }

  /** Gives the articles a second of the second half: the first one warms the compiler up. */
  private double relate(BenchCluster cluster) throws InterruptedException {
    Topics topics = cluster.topics();
    try (Enrichment enrichment = cluster.enrichment()) {
      long start = System.nanoTime();
      enrichment.start();
      BenchCluster.awaitRunning(enrichment);
      cluster.awaitDone("relate", List.of(topics.sketches()), HALF);
      double half = (System.nanoTime() - start) / NANOS;
      ProcessorTime spent = ProcessorTime.now();
      cluster.awaitDone("relate", List.of(topics.sketches()));
      cluster.awaitDone("assemble", List.of(topics.prepared(), topics.relations()));
      double all = (System.nanoTime() - start) / NANOS;
      print("relate + assemble, start included", all);
      double rate = articles * HALF / (all - half);
      System.out.printf(
          Locale.ROOT, "%-45s %8.1f s %8.0f articles/s%n", "its second half", all - half, rate);
      System.out.println(ProcessorTime.now().since(spent, articles * HALF));
      return rate;
    }
  }

  private static List<Topic<?, ?>> read(Topics topics) {
    return List.of(topics.prepared(), topics.sketches());
  }

  private void print(String what, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%-45s %8.1f s %8.0f articles/s%n",
        what,
        seconds,
        articles / Math.max(seconds, 1 / NANOS));
  }
}
