package newswire.app;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes live what a replay has made. */
@Command(
    name = "promote",
    description = {
      "Makes the articles of a replay live, within its frame, so that no later arrival reverts them.",
      "Only says what it would do unless --execute is given."
    },
    mixinStandardHelpOptions = true)
final class ReplayPromoteCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "NAME", description = "The replay; it must be done.")
  private String name = "";

  @Option(names = "--execute", description = "Do it.")
  private boolean execute;

  @Option(
      names = "--max-rate",
      paramLabel = "N/s",
      converter = Rate.Converter.class,
      description = "Send at most so many articles a second (/m: a minute, /h: an hour).")
  private @Nullable Rate rate;

  @Mixin private ClusterOptions options = new ClusterOptions();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    Cluster cluster = options.cluster();
    Replays replays = new Replays(cluster, clock);
    ReplayRun run = replays.get(name);
    if (run.getState() == ReplayState.PROMOTED) {
      System.err.println(
          "the replay " + name + " is live" + run.getPromoted().map(t -> " since " + t).orElse(""));
      return 0;
    }
    if (run.getState() != ReplayState.DONE && run.getState() != ReplayState.PROMOTING) {
      throw Exit.failed(
          "the replay "
              + name
              + " is not done; 'newswire replay run --name "
              + name
              + " --execute' goes on with it");
    }
    try (RecordFinder finder = new RecordFinder(cluster)) {
      PromotedArticles articles = new PromotedArticles(finder, cluster.topics(), run);
      if (execute) {
        promote(cluster, replays, run, articles);
      } else {
        System.out.println(
            "would make " + Sheet.count(articles.count()) + " articles of the replay live");
        System.err.println(
            "nothing was done; --execute does it, and 'newswire replay diff "
                + name
                + "' says what changes");
      }
    }
    return 0;
  }

  private void promote(Cluster cluster, Replays replays, ReplayRun run, PromotedArticles articles) {
    replays.put(ReplayRun.newBuilder(run).setState(ReplayState.PROMOTING).build());
    long sent;
    try (PromotionWriter writer =
        new PromotionWriter(cluster, name, rate == null ? Rate.UNLIMITED : rate, clock)) {
      articles.each(writer::send);
      writer.commit();
      sent = writer.sent();
    }
    replays.put(
        ReplayRun.newBuilder(run)
            .setState(ReplayState.PROMOTED)
            .setPromoted(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .build());
    System.err.println(
        Sheet.count(sent)
            + " articles of the replay "
            + name
            + " are given to live, which takes them over while it runs; 'newswire status' says how"
            + " many wait");
  }
}
