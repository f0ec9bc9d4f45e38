package newswire.sink.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a record means; a record that cannot be read is refused and never stops the others.
 */
public final class RecordReader {

  private interface Meaning {
    Change apply(String key, byte @Nullable [] value, Optional<Instant> arrival);
  }

  private final Map<String, Meaning> byTopic;

  public RecordReader(Topics topics) {
    this(topics, false);
  }

  /**
   * @param history whether it reads all states of articles too, not only the latest
   */
  public RecordReader(Topics topics, boolean history) {
    this.byTopic = new HashMap<>();
    byTopic.put(
        topics.articles().name(), (key, value, at) -> article(topics.articles(), key, value));
    byTopic.put(topics.stories().name(), (key, value, at) -> story(topics.stories(), key, value));
    byTopic.put(
        topics.withdrawals().name(), (key, value, at) -> order(topics.withdrawals(), key, value));
    if (history) {
      byTopic.put(
          topics.revisions().name(),
          (key, value, at) -> revision(topics.revisions(), key, value, at));
    }
  }

  /** The topics it can read. */
  public Set<String> topics() {
    return byTopic.keySet();
  }

  /**
   * Reads one record.
   *
   * @throws RegistryTrouble if its schema cannot be had now, which says nothing about the record
   */
  public Item read(ConsumerRecord<byte[], byte[]> origin) {
    return new Item(origin, change(origin));
  }

  private Change change(ConsumerRecord<byte[], byte[]> origin) {
    byte @Nullable [] key = origin.key();
    if (key == null || key.length == 0) {
      return new Change.Refused("the record has no key", "");
    }
    var meaning = requireNonNull(byTopic.get(origin.topic()), "a topic not subscribed to");
    try {
      Optional<Instant> arrival =
          Optional.of(origin.timestamp())
              .filter(time -> origin.timestampType() == TimestampType.LOG_APPEND_TIME)
              .map(Instant::ofEpochMilli);
      return meaning.apply(new String(key, StandardCharsets.UTF_8), origin.value(), arrival);
    } catch (RuntimeException e) { // whatever bytes can do to a decoder
      if (isRegistryTrouble(e)) {
        throw new RegistryTrouble(e);
      }
      return new Change.Refused(
          "the value cannot be read: " + Reason.sentence(e), Reason.exception(e));
    }
  }

  private static Change article(Topic<String, Article> topic, String key, byte @Nullable [] value) {
    if (value == null) {
      return new Change.ArticleGone(key);
    }
    Article article = topic.value().deserializer().deserialize(topic.name(), value);
    return article.getId().equals(key) ? new Change.ArticleState(article) : otherKey(key);
  }

  private static Change revision(
      Topic<String, Article> topic, String key, byte @Nullable [] value, Optional<Instant> at) {
    if (value == null) {
      return new Change.Refused("a state of an article cannot be removed", "");
    }
    Article article = topic.value().deserializer().deserialize(topic.name(), value);
    return article.getId().equals(key) ? new Change.Revised(article, at) : otherKey(key);
  }

  private static Change story(Topic<String, Story> topic, String key, byte @Nullable [] value) {
    if (value == null) {
      return new Change.StoryGone(key);
    }
    Story story = topic.value().deserializer().deserialize(topic.name(), value);
    return story.getId().equals(key) ? new Change.StoryState(story) : otherKey(key);
  }

  private static Change order(
      Topic<String, Withdrawal> topic, String key, byte @Nullable [] value) {
    if (value == null) {
      return new Change.Refused("a withdrawal cannot be removed: order another status", "");
    }
    Withdrawal order = topic.value().deserializer().deserialize(topic.name(), value);
    return order.getArticleId().equals(key) ? new Change.Order(order) : otherKey(key);
  }

  // Under another key it lies in another partition, where nothing orders it against its siblings.
  private static Change otherKey(String key) {
    return new Change.Refused("the key " + key + " is not the record's id", "");
  }

  private static boolean isRegistryTrouble(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      boolean answer = at instanceof ApiException && !(at instanceof SerializationException);
      // By package: a decoder's own complaints about bytes are IOExceptions too, of other packages.
      boolean network =
          at instanceof IOException
              && (at.getClass().getName().startsWith("java.net.")
                  || at.getClass().getName().startsWith("javax.net."));
      if (answer || network) {
        return true;
      }
    }
    return false;
  }

  /** The schema registry does not answer, or not as it should. */
  public static final class RegistryTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryTrouble(Throwable cause) {
      super("the schema registry does not answer: " + Reason.sentence(cause), cause);
    }
  }
}
