package newswire.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import newswire.enrich.Enrichment;
import newswire.enrich.Extent;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.replay.Frame;
import newswire.enrich.replay.Selection;
import newswire.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A replay, beside the same topologies over the same records from scratch. */
@Command(
    name = "replay",
    description = {
      "Articles a second from raw records to articles by a replay of all of them, beside the same",
      "topologies from scratch in the same run. A first run, which warms the compiler up, is left"
          + " out."
    },
    mixinStandardHelpOptions = true)
final class ReplayBench implements Callable<Integer> {

  private static final double NANOS = 1e9;
  private static final int DAYS = 10;

  @Option(
      names = "--articles",
      defaultValue = "10000",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int articles;

  private final Preparation preparation = Preparation.standard();

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.create();
        BenchCluster cluster = BenchCluster.start(scratch.path())) {
      Input.writeRaw(cluster, articles, Duration.ofDays(DAYS));
      replayed(cluster, "warm-up");
      double scratchRate =
          rate(cluster, "newswire.", cluster.topics(), Extent.EVERYTHING, "from scratch");
      double replayRate = replayed(cluster, "replay");
      System.out.printf(Locale.ROOT, "ratio %.2f%n", replayRate / scratchRate);
    }
    return 0;
  }

  private double replayed(BenchCluster cluster, String name) throws InterruptedException {
    Topics topics = cluster.topics().ofReplay(name);
    cluster.create(topics);
    Selection all = new Selection();
    cluster
        .ends(List.of(topics.raw()))
        .forEach((place, end) -> all.add(place, LongStream.range(0, end).toArray()));
    Frame frame = new Frame(null, null, Duration.ofDays(7), Set.of(), Set.of());
    Extent extent = new Extent(null, all, frame::has, frame::has);
    return rate(cluster, "newswire.replay." + name + ".", topics, extent, name);
  }

  private double rate(
      BenchCluster cluster, String applications, Topics topics, Extent extent, String what)
      throws InterruptedException {
    long start = System.nanoTime();
    try (Enrichment enrichment = cluster.enrichment(applications, topics, preparation, extent)) {
      enrichment.start();
      BenchCluster.awaitRunning(enrichment);
      cluster.awaitGroup(applications + "prepare", List.of(topics.raw()), 1);
      cluster.awaitGroup(applications + "relate", List.of(topics.sketches()), 1);
      cluster.awaitGroup(
          applications + "assemble", List.of(topics.prepared(), topics.relations()), 1);
      double seconds = (System.nanoTime() - start) / NANOS;
      System.out.printf(
          Locale.ROOT, "%-45s %8.1f s %8.0f articles/s%n", what, seconds, articles / seconds);
      return articles / seconds;
    }
  }
}
