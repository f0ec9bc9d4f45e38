package newswire.app;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newswire.ingest.SourceHealth;
import newswire.sink.SinkHealth;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Watches a running installation and tells the person in front of it what matters. */
final class Watch {

  private static final long TICK_MS = 500;
  private static final int TICKS_PER_LINE = 10;
  private static final long DRAIN_MS = 8_000;

  // Stories are told up to two seconds after the last article that changes them.
  private static final int TICKS_AT_REST = 6;

  private final Installation installation;
  private final Shutdown shutdown;
  private final boolean exitWhenIdle;
  private final Clock clock = Clock.systemUTC();
  private final Map<String, String> told = new HashMap<>();
  private long reported = -1;

  Watch(Installation installation, Shutdown shutdown, boolean exitWhenIdle) {
    this.installation = installation;
    this.shutdown = shutdown;
    this.exitWhenIdle = exitWhenIdle;
  }

  /** Until the end is asked for, or all is done if that was wanted; the exit code. */
  int run() throws InterruptedException {
    try (Admin admin = installation.cluster().admin()) {
      Backlog backlog =
          new Backlog(admin, installation.pipeline().ownLegs(installation.cluster().topics()));
      int code = follow(backlog);
      if (!exitWhenIdle || shutdown.requestedWithin(0)) {
        Progress.step("stopping: finishing what has been fetched ...");
        installation.pipeline().stopIngest();
        drain(backlog);
      }
      return code;
    }
  }

  private int follow(Backlog backlog) throws InterruptedException {
    boolean caughtUp = false;
    int atRest = 0;
    for (int tick = 1; !shutdown.requestedWithin(TICK_MS); tick++) {
      Optional<String> failure = failure();
      if (failure.isPresent()) {
        throw Exit.failed(failure.get());
      }
      tellTroubles();
      atRest = !caughtUp && isDone(backlog) ? atRest + 1 : 0;
      if (atRest == TICKS_AT_REST) {
        caughtUp = true;
        int code = tellResult();
        if (exitWhenIdle) {
          return code;
        }
        Progress.step("running; Ctrl-C ends it");
      } else if (!caughtUp && tick % TICKS_PER_LINE == 0) {
        tellProgress(backlog);
      }
    }
    return 0;
  }

  private Optional<String> failure() {
    return installation.pipeline().stoppedSink().or(installation::failure);
  }

  private boolean isDone(Backlog backlog) throws InterruptedException {
    if (!installation.pipeline().ingestIsIdle() || !isDrained(backlog)) {
      return false;
    }
    Optional<DemoRun> demo = installation.demo();
    return demo.isEmpty() || demo.get().isOver();
  }

  private static boolean isDrained(Backlog backlog) throws InterruptedException {
    try {
      return backlog.isDrained();
    } catch (KafkaException e) {
      return false; // asked again at the next tick; a broker that has died is told by failure()
    }
  }

  private int tellResult() {
    if (installation.pipeline().sink().isEmpty()) {
      return 0; // what the report is read from is filled elsewhere
    }
    System.out.println();
    System.out.println(installation.report().text());
    Optional<String> gap = installation.demo().flatMap(DemoRun::gap);
    if (gap.isPresent()) {
      throw Exit.failed(gap.get());
    }
    installation.demo().ifPresent(demo -> System.out.println(demo.account()));
    return 0;
  }

  private void tellProgress(Backlog backlog) throws InterruptedException {
    long fetched =
        installation.pipeline().sources().stream().mapToLong(SourceHealth::articles).sum();
    long stored = installation.pipeline().sink().map(SinkHealth::stored).orElse(0L);
    long waiting;
    try {
      waiting = backlog.lags().stream().mapToLong(Backlog.Lag::records).sum();
    } catch (KafkaException e) {
      return;
    }
    long sum = fetched * 31 + stored * 17 + waiting;
    if (sum != reported) {
      reported = sum;
      Progress.step(
          fetched + " articles fetched, " + stored + " records stored, " + waiting + " waiting");
    }
  }

  private void tellTroubles() {
    for (SourceHealth source : installation.pipeline().sources()) {
      String again =
          source
              .nextPoll()
              .map(next -> Duration.between(clock.instant(), next))
              .filter(wait -> wait.toSeconds() > 0)
              .map(wait -> "; asked again in " + StatusCommand.ago(wait))
              .orElse("");
      tellChange(source.name(), source.lastError(), again);
    }
    installation.pipeline().troubles().forEach((who, trouble) -> tellChange(who, trouble, ""));
  }

  private void tellChange(String who, String trouble, String again) {
    String before = told.getOrDefault(who, "");
    if (!trouble.equals(before)) {
      told.put(who, trouble);
      Progress.step(who + ": " + (trouble.isEmpty() ? "well again" : trouble + again));
    }
  }

  private static void drain(Backlog backlog) throws InterruptedException {
    long deadline = System.nanoTime() + DRAIN_MS * 1_000_000;
    while (System.nanoTime() < deadline && !isDrained(backlog)) {
      Thread.sleep(100);
    }
  }
}
