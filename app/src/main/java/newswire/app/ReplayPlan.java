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
import org.apache.kafka.common.TopicPartition;

/**
 * A replay that is not begun.
 *
 * @param run as it would be noted
 * @param scan what it reads
 * @param earlier replays there were before, by name
 */
record ReplayPlan(ReplayRun run, ReplayScan scan, List<ReplayRun> earlier) {

  private static final int HARDLY_ANYTHING = 100;

  /** Scans what it begins with. */
  static ReplayPlan of(Cluster cluster, Replays replays, String name, ReplayOptions options)
      throws IOException, InterruptedException {
    Topics topics = cluster.topics();
    List<ReplayRun> earlier = replays.all();
    ReplayRun run =
        options
            .addTo(ReplayRun.newBuilder())
            .setName(name)
            .setState(ReplayState.PLANNED)
            .setGeneration(replays.nextGeneration())
            .setNewswire(Version.number())
            .build();
    Map<TopicPartition, Long> ends;
    try (Admin admin = cluster.admin()) {
      ends = new ReplayEnds(admin, topics).of(run);
    }
    ReplayScan scan = ReplayScan.of(topics, run);
    try (RecordFinder finder = new RecordFinder(cluster)) {
      scan.run(finder, ends);
    }
    ReplayRun planned =
        ReplayRun.newBuilder(run)
            .setInputs(inputs(scan.selection(), ends))
            .setRecords(scan.selection().size())
            .setBytes(scan.bytes())
            .build();
    return new ReplayPlan(planned, scan, earlier);
  }

  private static List<ReplayInput> inputs(Selection selection, Map<TopicPartition, Long> ends) {
    List<ReplayInput> inputs = new ArrayList<>();
    ends.forEach(
        (place, end) -> {
          boolean isRead = selection.partitions().contains(place);
          inputs.add(
              ReplayInput.newBuilder()
                  .setTopic(place.topic())
                  .setPartition(place.partition())
                  .setStart(isRead ? selection.start(place) : end)
                  .setEnd(isRead ? selection.end(place) : end)
                  .setLogEnd(end)
                  .build());
        });
    return inputs;
  }

  /** Prints it, with how long it would take: as the last one like it did, or as a sample does. */
  void print(ReplayOptions options, boolean json, Topics topics) throws IOException {
    Optional<ReplayRun> last =
        earlier.stream()
            .filter(other -> other.getEnded().isPresent() && other.getRecords() > 0)
            .filter(other -> other.getStages().equals(run.getStages()))
            .max(Comparator.comparing(other -> other.getEnded().orElseThrow()));
    double rate = last.map(ReplayText::rate).orElseGet(() -> scan.rate(options.preparation()));
    if (json) {
      OutputOption.print(out -> ReplayText.plan(run, scan, rate, out));
    } else {
      System.out.print(ReplayText.plan(run, scan, duration(rate, last), topics));
    }
  }

  private String duration(double rate, Optional<ReplayRun> last) {
    if (rate <= 0) {
      return scan.selection().size() < HARDLY_ANYTHING
          ? "moments: there is hardly anything to read"
          : "a time that is not known before the first such replay";
    }
    return "about "
        + ReplayProgress.span(Math.round(run.getRecords() / rate))
        + String.format(Locale.ROOT, " at %.0f records/s, measured on ", rate)
        + last.map(other -> "the replay " + other.getName())
            .orElse(scan.sampled() + " of them, prepared only");
  }
}
