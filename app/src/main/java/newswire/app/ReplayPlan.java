package newswire.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import newswire.enrich.replay.Selection;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayInput;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.apache.kafka.clients.admin.Admin;

/**
 * A replay that is not begun.
 *
 * @param run as it would be noted
 * @param scan what of the raw log is in its frame
 * @param earlier replays there were before, by name
 */
record ReplayPlan(ReplayRun run, RawScan scan, List<ReplayRun> earlier) {

  /** Scans the raw log. */
  static ReplayPlan of(
      Cluster cluster, Replays replays, String name, FrameOptions frame, TaggerOption tagger)
      throws IOException, InterruptedException {
    Topics topics = cluster.topics();
    List<ReplayRun> earlier = replays.all();
    ReplayRun run =
        frame
            .addTo(ReplayRun.newBuilder())
            .setName(name)
            .setState(ReplayState.PLANNED)
            .setStages(ReplayResources.PARTS)
            .setTagger(tagger.name())
            .setGeneration(replays.nextGeneration())
            .setNewswire(Version.number())
            .build();
    Map<Integer, Long> ends;
    try (Admin admin = cluster.admin()) {
      ends = new ReplayResources(cluster, admin, name).rawEnds();
    }
    RawScan scan = new RawScan(topics.raw(), Replays.frame(run));
    try (RecordFinder finder = new RecordFinder(cluster)) {
      scan.run(finder, ends);
    }
    ReplayRun planned =
        ReplayRun.newBuilder(run)
            .setInputs(inputs(topics.raw().name(), scan.selection(), ends))
            .setRecords(scan.selection().size())
            .setBytes(scan.bytes())
            .build();
    return new ReplayPlan(planned, scan, earlier);
  }

  private static List<ReplayInput> inputs(
      String topic, Selection selection, Map<Integer, Long> ends) {
    List<ReplayInput> inputs = new ArrayList<>();
    ends.forEach(
        (partition, end) -> {
          boolean isRead = selection.partitions().contains(partition);
          inputs.add(
              ReplayInput.newBuilder()
                  .setTopic(topic)
                  .setPartition(partition)
                  .setStart(isRead ? selection.start(partition) : end)
                  .setEnd(isRead ? selection.end(partition) : end)
                  .setLogEnd(end)
                  .build());
        });
    return inputs;
  }

  /** Prints it, with how long it would take: as the last replay did, or as a sample does. */
  void print(TaggerOption tagger, boolean json, Topics topics) throws IOException {
    Optional<ReplayRun> last =
        earlier.stream()
            .filter(other -> other.getEnded().isPresent() && other.getRecords() > 0)
            .max(Comparator.comparing(other -> other.getEnded().orElseThrow()));
    double rate =
        last.map(ReplayText::rate)
            .orElseGet(
                () -> scan.sample().size() < 2 ? 0 : scan.sample().rate(tagger.preparation()));
    if (json) {
      OutputOption.print(out -> ReplayText.plan(run, scan, rate, out));
    } else {
      System.out.print(ReplayText.plan(run, scan, duration(rate, last), topics));
    }
  }

  private String duration(double rate, Optional<ReplayRun> last) {
    if (rate <= 0) {
      return "moments: there is hardly anything to read";
    }
    return "about "
        + ReplayProgress.span(Math.round(run.getRecords() / rate))
        + String.format(Locale.ROOT, " at %.0f records/s, measured on ", rate)
        + last.map(other -> "the replay " + other.getName())
            .orElse(scan.sample().size() + " of them, prepared only");
  }
}
