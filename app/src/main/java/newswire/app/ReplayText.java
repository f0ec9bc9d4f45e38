package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.RecordJson;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayInput;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.apache.kafka.common.TopicPartition;

/** Replays for people and programs to read. */
final class ReplayText {

  private static final double PERCENT = 100;
  private static final double MEGABYTE = 1e6;
  private static final double MILLIS = 1e3;

  private ReplayText() {}

  /** One line for each. */
  static String list(List<ReplayRun> runs) {
    TextTable table =
        new TextTable(
            "replay", "state", "from", "to", "only", "generation", "records", "articles", "ended");
    for (ReplayRun run : runs) {
      table.row(
          run.getName(),
          state(run),
          bound(run.getFrom()),
          bound(run.getTo()),
          only(run),
          run.getGeneration(),
          run.getRecords(),
          run.getArticles(),
          bound(run.getEnded()));
    }
    return table.toString();
  }

  /** All, as an object. */
  static void list(List<ReplayRun> runs, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("replays");
    for (ReplayRun run : runs) {
      RecordJson.write(run, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * All about one.
   *
   * @param position offsets up to which it has read, by partition
   * @param isRunning whether a process runs it
   */
  static String status(
      ReplayRun run,
      Map<TopicPartition, Long> position,
      List<Backlog.Lag> lags,
      boolean isRunning) {
    Sheet sheet = new Sheet().heading("replay " + run.getName());
    sheet.fact("state", state(run) + (isRunning ? ", a process runs it" : ", nobody runs it"));
    frame(sheet, run);
    sheet.fact("generation", run.getGeneration());
    sheet.fact(
        StagesOption.prepares(run) ? "raw records" : "given records",
        run.getRecords() + String.format(Locale.ROOT, ", %.1f MB", run.getBytes() / MEGABYTE));
    if (run.getState() == ReplayState.RUNNING) {
      sheet.fact("read", String.format(Locale.ROOT, "%.0f %%", PERCENT * share(run, position)));
    }
    sheet.factIfAny("started", run.getStarted().map(Instant::toString).orElse(""));
    sheet.factIfAny("ended", run.getEnded().map(Instant::toString).orElse(""));
    sheet.factIfAny("promoted", run.getPromoted().map(Instant::toString).orElse(""));
    sheet.fact("has run for", ReplayProgress.span(run.getRunningMs() / 1_000));
    if (run.getEnded().isPresent()) {
      sheet.fact("rate", String.format(Locale.ROOT, "%.0f records/s", rate(run)));
      sheet.fact("articles", run.getArticles());
      sheet.fact("stories", run.getStories());
      sheet.fact("dead letters", run.getDeadLetters());
    }
    if (!lags.isEmpty()) {
      TextTable table = new TextTable("part", "topic", "waiting");
      lags.forEach(lag -> table.row(lag.group(), lag.topic(), lag.records()));
      sheet.heading("waiting").table(table);
    }
    return sheet.toString();
  }

  /** The run as an object, with how far it is. */
  static void status(
      ReplayRun run,
      Map<TopicPartition, Long> position,
      List<Backlog.Lag> lags,
      boolean isRunning,
      JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    RecordJson.writeFields(run, json);
    json.writeBooleanField("running", isRunning);
    json.writeNumberField("share_read", share(run, position));
    json.writeArrayFieldStart("waiting");
    for (Backlog.Lag lag : lags) {
      json.writeStartObject();
      json.writeStringField("part", lag.group());
      json.writeStringField("topic", lag.topic());
      json.writeNumberField("records", lag.records());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What would be done. */
  static String plan(ReplayRun run, ReplayScan scan, String duration, Topics topics) {
    Sheet sheet = new Sheet().heading("replay " + run.getName());
    frame(sheet, run);
    scan.tell(sheet);
    sheet.fact("takes", duration);
    sheet.fact("writes", "as generation " + run.getGeneration() + " to");
    for (Topic<?, ?> topic : topics.ofReplay(run.getName()).computed()) {
      sheet.fact("", topic.name());
    }
    sheet.fact("computed by", "newswire " + run.getNewswire() + preparedBy(run, topics));
    return sheet.toString();
  }

  private static String preparedBy(ReplayRun run, Topics topics) {
    if (!StagesOption.prepares(run)) {
      return "";
    }
    return ", "
        + (run.getTagger().isEmpty() ? "its own tagger" : "the tagger " + run.getTagger())
        + ", and the names in "
        + topics.gazetteer().name();
  }

  /** The plan as an object. */
  static void plan(ReplayRun run, ReplayScan scan, double rate, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    RecordJson.writeFields(run, json);
    scan.tell(json);
    if (rate > 0) {
      json.writeNumberField("records_per_second", Math.round(rate));
      json.writeNumberField("seconds", Math.round(run.getRecords() / rate));
    }
    json.writeEndObject();
  }

  private static void frame(Sheet sheet, ReplayRun run) {
    sheet.fact("frame", bound(run.getFrom()) + " to " + bound(run.getTo()) + ", effective time");
    sheet.fact("warm-up", span(run.getWarmUpMs()) + " on both sides");
    sheet.fact(
        "computes",
        String.join(", ", run.getStages())
            + (StagesOption.prepares(run) ? "" : "; takes what live has prepared as it is"));
    sheet.fact("comes out", only(run).equals("-") ? "everything" : "only " + only(run));
  }

  private static String state(ReplayRun run) {
    return run.getState().name().toLowerCase(Locale.ROOT);
  }

  private static String bound(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("-");
  }

  private static String only(ReplayRun run) {
    String only =
        String.join(",", run.getSites())
            + (run.getSites().isEmpty() || run.getLanguages().isEmpty() ? "" : " in ")
            + String.join(",", run.getLanguages());
    return only.isEmpty() ? "-" : only;
  }

  /** Records a second of a run that is done. */
  static double rate(ReplayRun run) {
    return run.getRecords() * MILLIS / Math.max(1, run.getRunningMs());
  }

  /** How much of what it reads it has read, 0 to 1, by offsets. */
  private static double share(ReplayRun run, Map<TopicPartition, Long> position) {
    long all = 0;
    long read = 0;
    for (ReplayInput input : run.getInputs()) {
      TopicPartition place = new TopicPartition(input.getTopic(), input.getPartition());
      long at = position.getOrDefault(place, input.getStart());
      all += input.getEnd() - input.getStart();
      read += Math.min(at, input.getEnd()) - input.getStart();
    }
    return all == 0 ? 1 : (double) read / all;
  }

  /** A span as it is typed. */
  static String span(long millis) {
    Duration span = Duration.ofMillis(millis);
    if (span.toDays() > 0 && span.equals(Duration.ofDays(span.toDays()))) {
      return span.toDays() + "d";
    }
    if (span.toHours() > 0 && span.equals(Duration.ofHours(span.toHours()))) {
      return span.toHours() + "h";
    }
    return span.toSeconds() + "s";
  }
}
