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
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A replay, beside the same topologies over the same records from scratch. */
@Command(
    name = "replay",
    description = {
      "Articles a second from raw records to articles by a replay of all of them, beside the same",
      "topologies from scratch in the same run. A first run, which warms the compiler up, is left"
          + " out. With --alone only the replay, for many articles, which says how far it is."
    },
    mixinStandardHelpOptions = true)
final class ReplayBench implements Callable<Integer> {

  private static final double NANOS = 1e9;
  private static final int DAYS = 10;
  private static final int PARTS = 10;

  @Option(
      names = "--articles",
      defaultValue = "10000",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int articles;

  @Option(names = "--alone", description = "Only one replay.")
  private boolean alone;

  @Option(names = "--given", description = "The same of the stages relate and assemble.")
  private boolean given;

  private final Preparation preparation = Preparation.standard();

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.create();
        BenchCluster cluster = BenchCluster.start(scratch.path())) {
      Duration span = Duration.ofDays(DAYS);
      if (given) {
        Input.write(cluster, articles, span, true);
      } else {
        Input.writeRaw(cluster, articles, span);
      }
      if (alone || given) {
        replayed(cluster, "replay");
        return 0;
      }
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
        .ends(read(cluster))
        .forEach((place, end) -> all.add(place, LongStream.range(0, end).toArray()));
    Frame frame = new Frame(null, null, Duration.ofDays(7), Set.of(), Set.of());
    @Nullable Topics taken = given ? cluster.topics() : null;
    Extent extent = new Extent(taken, all, frame::has, frame::has);
    return rate(cluster, "newswire.replay." + name + ".", topics, extent, name);
  }

  private List<Topic<?, ?>> read(BenchCluster cluster) {
    Topics live = cluster.topics();
    return given ? List.of(live.prepared(), live.sketches()) : List.of(live.raw());
  }

  private double rate(
      BenchCluster cluster, String applications, Topics topics, Extent extent, String what)
      throws InterruptedException {
    long start = System.nanoTime();
    try (Enrichment enrichment = cluster.enrichment(applications, topics, preparation, extent)) {
      enrichment.start();
      BenchCluster.awaitRunning(enrichment);
      for (int part = 1; part <= PARTS; part++) {
        cluster.awaitGroup(applications + "prepare", read(cluster), (double) part / PARTS);
        if (alone) {
          report(what + ", prepared", articles / PARTS * part, start);
        }
      }
      cluster.awaitGroup(applications + "relate", List.of(topics.sketches()), 1);
      cluster.awaitGroup(
          applications + "assemble", List.of(topics.prepared(), topics.relations()), 1);
      return report(what, articles, start);
    }
  }

  private static double report(String what, int done, long start) {
    double seconds = (System.nanoTime() - start) / NANOS;
    System.out.printf(
        Locale.ROOT,
        "%-30s %9d articles %8.1f s %8.0f articles/s%n",
        what,
        done,
        seconds,
        done / seconds);
    return done / seconds;
  }
}
