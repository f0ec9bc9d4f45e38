package newswire.sink.jsonl;

import java.util.Locale;

/**
 * Settings of the JSON lines sink.
 *
 * @param topic which records
 * @param group consumer group; Kafka keeps how far it is
 * @param all whether articles that are withheld or under embargo are written as well
 */
public record JsonlConfig(Records topic, String group, boolean all) {

  private static final String DEFAULT_GROUP = "newswire-sink-jsonl-";

  /** Which topic is written. */
  public enum Records {
    ARTICLES,
    STORIES,
    WITHDRAWALS
  }

  public JsonlConfig {
    if (group.isBlank()) {
      throw new IllegalArgumentException("group must not be empty");
    }
  }

  /** With a group for the topic. */
  public static JsonlConfig of(Records topic, boolean all) {
    return new JsonlConfig(topic, DEFAULT_GROUP + topic.name().toLowerCase(Locale.ROOT), all);
  }
}
