package newswire.sink.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a record means; a record that cannot be read is refused and never stops the others.
 */
public final class RecordReader {

  private interface Meaning {
    Change apply(String key, byte @Nullable [] value);
  }

  private final Map<String, Meaning> byTopic;

  public RecordReader(Topics topics) {
    this.byTopic =
        Map.of(
            topics.articles().name(),
            (key, value) -> article(topics.articles(), key, value),
            topics.stories().name(),
            (key, value) -> story(topics.stories(), key, value),
            topics.withdrawals().name(),
            (key, value) -> order(topics.withdrawals(), key, value));
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
      return meaning.apply(new String(key, StandardCharsets.UTF_8), origin.value());
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
