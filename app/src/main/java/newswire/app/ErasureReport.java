package newswire.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;

/** What was erased or would be, by place, and what is still held until when. */
final class ErasureReport {

  private final Topics topics;
  private final boolean executed;
  private final TextTable table = new TextTable("place", "records", "what becomes of them");
  private int articles;

  ErasureReport(Topics topics, boolean executed) {
    this.topics = topics;
    this.executed = executed;
  }

  /**
   * The topics of this installation.
   *
   * @param forgotten whether preparation has carried the order out
   */
  void topics(ErasureTarget target, Map<String, ErasureScan.Held> held, boolean forgotten) {
    articles = target.keys().size();
    rows(topics.all(), held);
    String order = "blank once enrichment has read the order";
    table.row("state of enrichment", "-", executed && forgotten ? "forgotten" : order);
    table.row("Postgres", "-", "blank once the sink has read the kill; dead rows until its vacuum");
  }

  private String fate(Topic<?, ?> topic, long records) {
    if (records == 0) {
      return "nothing is held";
    }
    String policy = topic.config().getOrDefault("cleanup.policy", "");
    if (policy.equals("compact")) {
      return (executed ? "replaced; the old ones stay" : "will be replaced; the old ones stay")
          + " until Kafka compacts, at most "
          + Duration.ofMillis(Topics.LONGEST_UNCOMPACTED_MS).toDays()
          + " days, and not before a further record";
    }
    long kept = Long.parseLong(topic.config().getOrDefault("retention.ms", "-1"));
    return (kept < 0
            ? "held for ever"
            : "held until " + Duration.ofMillis(kept).toDays() + " days old")
        + "; sooner by --truncate, which takes what is before them along";
  }

  /** An archive. */
  void archive(Path dir, long records) {
    table.row(
        dir, records, records == 0 ? "nothing is held" : executed ? "removed" : "will be removed");
  }

  /** The topics of a replay that is done. */
  void replay(Topics own, Map<String, ErasureScan.Held> held) {
    rows(own.computed(), held);
  }

  /** A replay that is not done. */
  void unfinished(ReplayRun run) {
    String name = run.getName();
    table.row(
        "replay " + name,
        "-",
        run.getState() == ReplayState.DROPPING
            ? "may hold it until 'newswire replay drop " + name + " --execute'"
            : "may hold it until it is done: 'newswire replay run --name "
                + name
                + " --execute' goes on with it, and erases at its end; or 'newswire replay drop "
                + name
                + " --execute'");
  }

  private void rows(List<Topic<?, ?>> all, Map<String, ErasureScan.Held> held) {
    for (Topic<?, ?> topic : all) {
      ErasureScan.Held found = held.get(topic.name());
      if (found != null) {
        table.row(topic.name(), found.records(), fate(topic, found.records()));
      }
    }
  }

  @Override
  public String toString() {
    String head =
        articles == 0
            ? "nothing of it has been prepared" + (executed ? "; what comes later stays blank" : "")
            : articles
                + (articles == 1 ? " article" : " articles")
                + (executed ? " erased" : " to be erased; --execute does it");
    return head + "\n" + table;
  }
}
