package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import newswire.schemas.Visibility;
import newswire.schemas.avro.ReplayRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a replay would change. */
@Command(
    name = "diff",
    description = {
      "Compares the articles of a replay with the live ones, within its frame.",
      "Exit code 0 if they are equal, 1 if they differ."
    },
    mixinStandardHelpOptions = true)
final class ReplayDiffCommand implements Callable<Integer> {

  private static final int MOST_SAMPLES = 10_000;

  @Parameters(index = "0", paramLabel = "NAME", description = "The replay.")
  private String name = "";

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      split = ",",
      description = "Only what differs in these: ${COMPLETION-CANDIDATES} (default: all).")
  private List<DiffField> fields = List.of();

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many articles to show of each (default: ${DEFAULT-VALUE}).")
  private int samples = 3;

  @Option(names = "--all", description = "Titles of articles withheld or under embargo as well.")
  private boolean all;

  @Mixin private OutputOption output = new OutputOption();
  @Mixin private ClusterOptions options = new ClusterOptions();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    if (samples < 0 || samples > MOST_SAMPLES) {
      throw Exit.usage("--sample is 0 to " + MOST_SAMPLES + ", not " + samples);
    }
    Cluster cluster = options.cluster();
    ReplayRun run = new Replays(cluster, clock).get(name);
    Set<DiffField> wanted =
        fields.isEmpty() ? EnumSet.allOf(DiffField.class) : EnumSet.copyOf(fields);
    ReplayDiff diff = new ReplayDiff(wanted, samples);
    try (RecordFinder finder = new RecordFinder(cluster)) {
      Visibility visibility = new Visibility(all, clock.instant());
      new ReplayComparison(finder, cluster.topics(), run, visibility).run(diff);
    }
    if (run.getEnded().isEmpty()) {
      System.err.println(
          "newswire: the replay is not done; what it has not written yet is missing");
    }
    if (output.json()) {
      OutputOption.print(json -> ReplayDiffJson.write(run, diff, json));
    } else {
      System.out.print(ReplayDiffText.of(run, diff));
    }
    return diff.isEqual() ? 0 : Exit.FAILED;
  }
}
