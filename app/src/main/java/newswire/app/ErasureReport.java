package newswire.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newswire.schemas.Topic;
import newswire.schemas.Topics;

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
    articles = target.ids().size();
    for (Topic<?, ?> topic : topics.all()) {
      ErasureScan.Held found = held.get(topic.name());
      if (found != null) {
        table.row(topic.name(), found.records(), fate(topic, found.records()));
      }
    }
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
    boolean truncatable =
        Stream.<Topic<?, ?>>of(
                topics.raw(),
                topics.promotions(),
                topics.revisions(),
                topics.sketches(),
                topics.deadLetters())
            .anyMatch(each -> each.name().equals(topic.name()));
    return (kept < 0
            ? "held for ever"
            : "held until " + Duration.ofMillis(kept).toDays() + " days old")
        + (truncatable ? "; sooner by --truncate, which takes what is before them along" : "");
  }

  /** An archive. */
  void archive(Path dir, long records) {
    table.row(
        dir, records, records == 0 ? "nothing is held" : executed ? "removed" : "will be removed");
  }

  /** Replays, which have copies of their own. */
  void replays(List<String> names) {
    for (String name : names) {
      table.row("replay " + name, "-", "may hold it until 'newswire replay drop " + name + "'");
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
