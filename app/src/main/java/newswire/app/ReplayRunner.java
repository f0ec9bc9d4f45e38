package newswire.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.Extent;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.replay.Frame;
import newswire.enrich.replay.Selection;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Runs a replay until everything in its frame is computed, or the end is asked for. */
final class ReplayRunner {

  private static final long TICK_MS = 500;

  // Stories are told up to two seconds after the last article that changes them.
  private static final int TICKS_AT_REST = 6;

  private static final long NOTE_EVERY_NANOS = 30_000_000_000L;
  private static final long SILENCE_NANOS = 120_000_000_000L;

  /**
   * How it is to go.
   *
   * @param threads of each application
   * @param liveDelay the replay waits while live is later than this
   */
  record Manner(Rate rate, int threads, Duration liveDelay) {}

  private final Cluster cluster;
  private final Topics own;
  private final Replays replays;
  private final Selection selection;
  private final Manner manner;
  private final Clock clock;
  private final Map<String, String> told = new HashMap<>();
  private ReplayRun run;
  private boolean paused;
  private long noted = System.nanoTime();
  private long heard = System.nanoTime();

  ReplayRunner(Cluster cluster, Replays replays, ReplayStart.Started started, Manner manner) {
    this.cluster = cluster;
    this.own = cluster.topics().ofReplay(started.run().getName());
    this.replays = replays;
    this.run = started.run();
    this.selection = started.selection();
    this.manner = manner;
    this.clock = Clock.systemUTC();
  }

  /** Runs it to its end; gives what is noted of it then. */
  ReplayRun run(ReplayDirectory directory, Preparation preparation) throws InterruptedException {
    try (Shutdown shutdown = Shutdown.install();
        Admin admin = cluster.admin()) {
      ReplayResources resources = new ReplayResources(cluster, admin, run.getName());
      try (Enrichment enrichment = enrichment(directory, preparation)) {
        enrichment.start();
        follow(enrichment, resources, admin, shutdown);
      }
    }
    erase();
    note(ReplayRun.newBuilder(counted()).setState(ReplayState.DONE).setEnded(now()));
    erase(); // whoever gave an order since the last look took it for running
    return run;
  }

  private Enrichment enrichment(ReplayDirectory directory, Preparation preparation) {
    EnrichConfig config =
        EnrichConfig.of(cluster.bootstrapServers(), directory.streams())
            .withClient(cluster.kafka())
            .ofRun(
                Replays.prefix(cluster.topics(), run.getName()),
                run.getGeneration(),
                manner.threads());
    Frame frame = Replays.frame(run);
    @Nullable Topics given = StagesOption.prepares(run) ? null : cluster.topics();
    return new Enrichment(
        config,
        own,
        preparation,
        new Extent(given, new Pace(selection, manner.rate()), frame::has, frame::has));
  }

  private void follow(
      Enrichment enrichment, ReplayResources resources, Admin admin, Shutdown shutdown)
      throws InterruptedException {
    LiveLoad live = new LiveLoad(admin, Pipeline.legsToRows(cluster.topics()), manner.liveDelay());
    Backlog backlog = new Backlog(admin, resources.legs());
    ReplayProgress progress = new ReplayProgress(selection.size());
    for (int atRest = 0; atRest < TICKS_AT_REST; ) {
      if (shutdown.requestedWithin(TICK_MS)) {
        progress.end();
        note(ReplayRun.newBuilder(run));
        throw Exit.failed("stopped; the same command goes on from here");
      }
      tellTroubles(enrichment);
      try {
        giveWay(enrichment, live);
        long done = done(resources);
        boolean isRead = done == selection.size();
        atRest = !paused && isRead && backlog.isDrained() ? atRest + 1 : 0;
        progress.tell(done, waitingFor(live, backlog, done), System.nanoTime());
        heard = System.nanoTime();
      } catch (KafkaException e) {
        atRest = 0;
        if (System.nanoTime() - heard > SILENCE_NANOS) {
          progress.end();
          throw Exit.missing(
              e.getMessage() + "; when that is mended the same command goes on from here");
        }
      }
      if (System.nanoTime() - noted > NOTE_EVERY_NANOS) {
        note(ReplayRun.newBuilder(run));
      }
    }
    progress.end();
  }

  private void giveWay(Enrichment enrichment, LiveLoad live) throws InterruptedException {
    boolean behind = live.isBehind();
    if (behind && !paused) {
      enrichment.pause();
    } else if (!behind && paused) {
      enrichment.resume();
    }
    paused = behind;
  }

  private String waitingFor(LiveLoad live, Backlog backlog, long done) throws InterruptedException {
    if (paused) {
      return "waits for live, which is " + live.late().toMillis() + " ms late";
    }
    if (done < selection.size()) {
      return "";
    }
    long waiting = backlog.lags().stream().mapToLong(Backlog.Lag::records).sum();
    return "relating and assembling, " + waiting + " left";
  }

  private long done(ReplayResources resources) throws InterruptedException {
    return resources.position().entrySet().stream()
        .mapToLong(e -> selection.before(e.getKey(), e.getValue()))
        .sum();
  }

  private void tellTroubles(Enrichment enrichment) {
    enrichment
        .troubles()
        .forEach(
            (who, trouble) -> {
              if (!trouble.equals(told.getOrDefault(who, ""))) {
                told.put(who, trouble);
                Progress.step(who + ": " + (trouble.isEmpty() ? "well again" : trouble));
              }
            });
  }

  private void note(ReplayRun.Builder changed) {
    long now = System.nanoTime();
    long passed = Duration.ofNanos(now - noted).toMillis();
    run = changed.setRunningMs(run.getRunningMs() + passed).build();
    replays.put(run);
    noted = now;
  }

  // An order that comes while it runs may lie behind what it reads. One that finds it done is
  // carried out by the command that gives it.
  private void erase() {
    try (RecordFinder finder = new RecordFinder(cluster)) {
      Set<String> erased = ReplayErasure.ordered(finder, cluster.topics());
      new ReplayErasure(cluster, run.getName()).run(finder, erased);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private ReplayRun counted() {
    try (RecordFinder finder = new RecordFinder(cluster)) {
      long[] letters = new long[1];
      finder.scan(own.deadLetters(), record -> letters[0]++);
      return ReplayRun.newBuilder(run)
          .setArticles(keys(finder, own.articles()))
          .setStories(keys(finder, own.stories()))
          .setDeadLetters(letters[0])
          .build();
    }
  }

  /** How many keys of a compacted topic have a value. */
  private static long keys(RecordFinder finder, Topic<?, ?> topic) {
    long count = 0;
    for (int partition = 0; partition < topic.partitions(); partition++) {
      Set<String> keys = new HashSet<>();
      finder.scanFrom(
          new TopicPartition(topic.name(), partition),
          0,
          record -> {
            if (record.value() == null) {
              keys.remove(RecordFinder.key(record));
            } else {
              keys.add(RecordFinder.key(record));
            }
          });
      count += keys.size();
    }
    return count;
  }
}
