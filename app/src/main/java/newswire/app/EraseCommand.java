package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.Erasure;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what articles said, for good. */
@Command(
    name = "erase",
    description = {
      "Removes what an article or all articles of a site said, as the law may ask: from the stores,"
          + " the",
      "topics, the state and the archives. Says what would be done, and with --execute does it; and"
          + " for",
      "each place what is still held, and until when."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_NANOS = 200_000_000;

  /** One of the two. */
  static final class What {
    @Option(names = "--article", paramLabel = "ID|URL", description = "One article.")
    private @Nullable String article;

    @Option(
        names = "--site",
        paramLabel = "SITE",
        description = "All that has come of a registrable domain, such as example.org.")
    private @Nullable String site;

    private String id() {
      return article == null ? "" : ArticleArgument.id(article);
    }

    private String site() {
      if (site == null) {
        return "";
      }
      return CanonicalUrl.parse("https://" + site + "/")
          .map(CanonicalUrl::site)
          .filter(site::equals)
          .orElseThrow(() -> Exit.usage("'" + site + "' is no registrable domain"));
    }
  }

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Mixin private AuthorOption author = new AuthorOption();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "An archive to be rewritten without it; may be repeated.")
  private List<Path> archives = List.of();

  @Option(names = "--execute", description = "Do it; otherwise only say what would be done.")
  private boolean execute;

  @Option(
      names = "--truncate",
      description = {
        "With --execute: also delete the raw records, revisions, sketches and dead letters that",
        "hold it, and with them all earlier ones of the same partitions."
      })
  private boolean truncate;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (truncate && !execute) {
      throw Exit.usage("--truncate needs --execute");
    }
    String id = what.id();
    String site = what.site();
    Cluster cluster = options.cluster();
    Topics topics = cluster.topics();
    try (RecordFinder finder = new RecordFinder(cluster);
        Admin admin = cluster.admin()) {
      finder.require(topics.prepared());
      ErasureTarget target = ErasureScan.target(finder, topics, id, site);
      ErasureScan scan = new ErasureScan(finder, topics, target);
      ErasureReport report = new ErasureReport(topics, execute);
      if (execute) {
        order(cluster, target);
        await(scan);
      }
      Map<String, ErasureScan.Held> held = scan.run();
      if (truncate) {
        requireForgotten(scan);
        held = new Truncation(admin, topics).run(held, scan);
      }
      report.topics(target, held, scan.isForgotten());
      for (Path dir : archives) {
        report.archive(dir, new ArchiveErasure(dir, target).run(execute));
      }
      for (ReplayRun run : replays(finder, cluster)) {
        erase(run, cluster, finder, admin, target, report);
      }
      System.out.print(report);
    }
    return 0;
  }

  private void order(Cluster cluster, ErasureTarget target) {
    try (Withdrawals withdrawals = new Withdrawals(cluster, Clock.systemUTC())) {
      target.ids().forEach(each -> withdrawals.kill(each, Erasure.REASON, author.name()));
      target.keys().forEach((each, key) -> withdrawals.erase(each, key));
    }
  }

  private static void await(ErasureScan scan) {
    long start = System.nanoTime();
    while (!scan.isForgotten() && System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static void requireForgotten(ErasureScan scan) {
    if (!scan.isForgotten()) {
      throw Exit.failed(
          "killed and ordered, but nothing was truncated: enrichment has not read the raw records"
              + " up to the order yet, and would miss them; run this again when it runs");
    }
  }

  private static List<ReplayRun> replays(RecordFinder finder, Cluster cluster) {
    return finder.partitions(cluster.topics().replays().name()).isEmpty()
        ? List.of()
        : new Replays(cluster, Clock.systemUTC()).all();
  }

  private void erase(
      ReplayRun run,
      Cluster cluster,
      RecordFinder finder,
      Admin admin,
      ErasureTarget target,
      ErasureReport report)
      throws InterruptedException {
    String name = run.getName();
    Topics own = cluster.topics().ofReplay(name);
    if (run.getState() != ReplayState.DONE
        && run.getState() != ReplayState.PROMOTED
        && run.getState() != ReplayState.PROMOTING) {
      report.unfinished(run);
      return;
    }
    ErasureScan scan = new ErasureScan(finder, own, target);
    if (execute) {
      new ReplayErasure(cluster, name).run(finder, target.ids());
    }
    Map<String, ErasureScan.Held> held = scan.computed();
    if (truncate) {
      Truncation.ofReplay(admin, own, held);
      held = scan.computed();
    }
    report.replay(own, held);
  }
}
