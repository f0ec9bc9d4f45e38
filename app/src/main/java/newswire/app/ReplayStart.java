package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newswire.enrich.replay.Selection;
import newswire.schemas.avro.ReplayInput;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Begins a replay, or goes on with one, whatever it was interrupted at: what it reads is noted
 * before anything is made, and that it runs when all is made.
 */
final class ReplayStart {

  private final Cluster cluster;
  private final Replays replays;
  private final ReplayDirectory directory;
  private final Clock clock;

  ReplayStart(Cluster cluster, Replays replays, ReplayDirectory directory, Clock clock) {
    this.cluster = cluster;
    this.replays = replays;
    this.directory = directory;
    this.clock = clock;
  }

  /** A replay that can be run: what is noted of it and what it reads. */
  record Started(ReplayRun run, Selection selection) {

    boolean isOver() {
      return run.getState() != ReplayState.RUNNING;
    }
  }

  Started start(String name, ReplayOptions options) throws IOException, InterruptedException {
    Optional<ReplayRun> found = replays.find(name);
    found.ifPresent(run -> check(run, options));
    Started begun = found.isPresent() ? again(found.get()) : anew(name, options);
    if (begun.run().getState() != ReplayState.PLANNED) {
      return begun;
    }
    try (Admin admin = cluster.admin()) {
      new ReplayResources(cluster, admin, name).create(begun.run());
    }
    ReplayRun running =
        ReplayRun.newBuilder(begun.run())
            .setState(ReplayState.RUNNING)
            .setStarted(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .build();
    replays.put(running);
    return new Started(running, begun.selection());
  }

  private Started anew(String name, ReplayOptions options)
      throws IOException, InterruptedException {
    ReplayPlan plan = ReplayPlan.of(cluster, replays, name, options);
    if (plan.scan() instanceof GivenScan given && given.missing() > 0) {
      throw Exit.failed(
          given.missing()
              + " articles of the frame and its warm-up have no sketch any more, as sketches are"
              + " kept for 60 days; leave out --stages, so that they are prepared anew");
    }
    // There may be stores of one of this name that was dropped from another machine.
    directory.deleteStreams();
    directory.write(plan.scan().selection(), plan.run());
    replays.put(plan.run());
    return new Started(plan.run(), plan.scan().selection());
  }

  private Started again(ReplayRun run) throws IOException {
    if (!run.getNewswire().equals(Version.number())) {
      Progress.step(
          "goes on with newswire " + Version.number() + " what " + run.getNewswire() + " began");
    }
    Optional<Selection> kept = directory.selection(run);
    Selection selection = kept.orElseGet(() -> scanned(run));
    if (kept.isEmpty()) {
      directory.deleteStreams();
      directory.write(selection, run);
    }
    return new Started(run, selection);
  }

  // The raw log only grows, so that up to the same ends the same is found; of what was prepared,
  // what has not been replaced since.
  private Selection scanned(ReplayRun run) {
    Map<TopicPartition, Long> ends = new TreeMap<>(ReplayEnds.BY_TOPIC);
    for (ReplayInput input : run.getInputs()) {
      ends.put(new TopicPartition(input.getTopic(), input.getPartition()), input.getLogEnd());
    }
    try (RecordFinder finder = new RecordFinder(cluster)) {
      return ReplayScan.of(cluster.topics(), run).run(finder, ends).selection();
    }
  }

  /** Ends the command if a replay of this name is of something else, or cannot be run. */
  static void check(ReplayRun run, ReplayOptions options) {
    List<String> differences = options.differences(run);
    if (!differences.isEmpty()) {
      throw Exit.failed(
          "there is a replay "
              + run.getName()
              + " with "
              + String.join(", ", differences)
              + "; give another --name, or only --name to go on with it");
    }
    if (run.getState() == ReplayState.PROMOTING || run.getState() == ReplayState.DROPPING) {
      throw Exit.failed(
          "the replay "
              + run.getName()
              + " is "
              + run.getState().name().toLowerCase(Locale.ROOT)
              + "; give another --name");
    }
  }
}
