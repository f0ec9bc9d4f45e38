package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes a stretch of history again, beside what is live. */
@Command(
    name = "replay",
    description =
        "Computes a stretch of history again from the raw log, into topics of its own beside live.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReplayDiffCommand.class, ReplayPromoteCommand.class, ReplayProofCommand.class})
final class ReplayCommand {

  private static final String UNNAMED = "plan";

  private final Clock clock = Clock.systemUTC();

  @Command(
      name = "plan",
      description = "Says what a replay would read and write, and how long it would take.",
      mixinStandardHelpOptions = true)
  int plan(
      @Mixin ReplayOptions wanted,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              defaultValue = UNNAMED,
              description = "Its name (default: ${DEFAULT-VALUE}).")
          String name,
      @Mixin OutputOption output,
      @Mixin ClusterOptions options)
      throws IOException, InterruptedException {
    wanted.check();
    plan(options.cluster(), name, wanted, output);
    return 0;
  }

  @Command(
      name = "run",
      description = {
        "Runs a replay, or goes on with one that was stopped or killed.",
        "Only says what it would do unless --execute is given."
      },
      mixinStandardHelpOptions = true)
  int run(
      @Option(
              names = "--name",
              paramLabel = "NAME",
              required = true,
              description = "Its name: lower-case letters, digits and hyphens, at most 40.")
          String name,
      @Option(names = "--execute", description = "Do it.") boolean execute,
      @Mixin ReplayOptions wanted,
      @Mixin PaceOptions pace,
      @Mixin OutputOption output,
      @Mixin ClusterOptions options)
      throws IOException, InterruptedException {
    wanted.check();
    ReplayRunner.Manner manner = pace.manner();
    Cluster cluster = options.cluster();
    checkName(cluster, name);
    Replays replays = new Replays(cluster, clock);
    if (!execute) {
      Optional<ReplayRun> begun = replays.find(name);
      if (begun.isPresent()) {
        ReplayStart.check(begun.get(), wanted);
        tell(begun.get(), cluster, output);
      } else {
        plan(cluster, name, wanted, output);
      }
      System.err.println("nothing was done; --execute does it");
      return 0;
    }
    try (ReplayDirectory directory = ReplayDirectory.take(options.data(), name)) {
      LogFiles.use(directory.logs());
      ReplayStart.Started started =
          new ReplayStart(cluster, replays, directory, clock).start(name, wanted);
      if (started.isOver()) {
        System.err.println("it was done before");
      }
      ReplayRun done =
          started.isOver()
              ? started.run()
              : new ReplayRunner(cluster, replays, started, manner)
                  .run(directory, wanted.preparation());
      clear(cluster, name, directory);
      tell(done, cluster, output);
    }
    return 0;
  }

  private static void clear(Cluster cluster, String name, ReplayDirectory directory)
      throws IOException, InterruptedException {
    try (Admin admin = cluster.admin()) {
      new ReplayResources(cluster, admin, name).deleteState();
    }
    directory.deleteStreams();
  }

  @Command(
      name = "list",
      description = "Prints every replay there is.",
      mixinStandardHelpOptions = true)
  int list(@Mixin OutputOption output, @Mixin ClusterOptions options) throws IOException {
    List<ReplayRun> runs = new Replays(options.cluster(), clock).all();
    if (output.json()) {
      OutputOption.print(json -> ReplayText.list(runs, json));
    } else if (runs.isEmpty()) {
      System.err.println("no replays");
    } else {
      System.out.print(ReplayText.list(runs));
    }
    return 0;
  }

  @Command(
      name = "status",
      description = "Tells all about one replay: its frame, how far it is, what came out.",
      mixinStandardHelpOptions = true)
  int status(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Mixin OutputOption output,
      @Mixin ClusterOptions options)
      throws IOException, InterruptedException {
    Cluster cluster = options.cluster();
    tell(new Replays(cluster, clock).get(name), cluster, output);
    return 0;
  }

  @Command(
      name = "drop",
      description = {
        "Removes a replay: its topics, consumer groups, schemas, stores and the note of it.",
        "Only says what it would remove unless --execute is given."
      },
      mixinStandardHelpOptions = true)
  int drop(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Option(names = "--execute", description = "Do it.") boolean execute,
      @Mixin ClusterOptions options)
      throws IOException, InterruptedException {
    Cluster cluster = options.cluster();
    Replays replays = new Replays(cluster, clock);
    ReplayRun run = replays.get(name);
    try (Admin admin = cluster.admin()) {
      ReplayResources resources = new ReplayResources(cluster, admin, name);
      if (!execute) {
        resources.topics().forEach(topic -> System.out.println("would delete the topic " + topic));
        resources.groups().forEach(g -> System.out.println("would delete the group " + g));
        resources.subjects().forEach(s -> System.out.println("would delete the subject " + s));
        System.err.println("nothing was removed; --execute does it");
        return 0;
      }
      if (run.getState() == ReplayState.PROMOTING) {
        throw Exit.failed("the replay " + name + " is being promoted; let that end first");
      }
      try (ReplayDirectory directory = ReplayDirectory.take(options.data(), name)) {
        resources.awaitStopped();
        replays.put(ReplayRun.newBuilder(run).setState(ReplayState.DROPPING).build());
        resources.delete();
        directory.delete();
        replays.remove(name);
      }
    }
    System.err.println("the replay " + name + " is gone");
    return 0;
  }

  private void plan(Cluster cluster, String name, ReplayOptions wanted, OutputOption output)
      throws IOException, InterruptedException {
    checkName(cluster, name);
    ReplayPlan.of(cluster, new Replays(cluster, clock), name, wanted)
        .print(wanted, output.json(), cluster.topics());
  }

  private static void tell(ReplayRun run, Cluster cluster, OutputOption output)
      throws IOException, InterruptedException {
    try (Admin admin = cluster.admin()) {
      ReplayResources resources = new ReplayResources(cluster, admin, run.getName());
      Map<TopicPartition, Long> position = resources.position();
      boolean isRunning = LiveLoad.isRunning(admin, resources.groups().get(0));
      List<Backlog.Lag> lags = isRunning ? new Backlog(admin, resources.legs()).lags() : List.of();
      if (output.json()) {
        OutputOption.print(json -> ReplayText.status(run, position, lags, isRunning, json));
      } else {
        System.out.print(ReplayText.status(run, position, lags, isRunning));
      }
    }
  }

  private static void checkName(Cluster cluster, String name) {
    if (name.equals(ReplayProofCommand.LIVE)) {
      throw Exit.usage("--name: no replay is called " + name + ", as live is; choose another");
    }
    try {
      cluster.topics().ofReplay(name);
    } catch (IllegalArgumentException e) {
      throw Exit.usage("--name: " + e.getMessage());
    }
  }
}
