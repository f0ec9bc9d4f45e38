package newswire.app;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.Topic;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * What was known at a moment, from the topic of all states of articles.
 *
 * @param topic keeps as time of a record when the broker took it
 * @param moment the last of its instants counts as known
 */
record AsOf(RecordFinder finder, Topic<String, Article> topic, Instant moment) {

  /**
   * The state in which an article was known.
   *
   * @param since empty for one written before that was kept: it counts as known
   */
  record Known(Article article, Optional<Instant> since) {

    /** The story it was in; empty if it was in none yet. */
    String story() {
      return article.getRelation().map(Relation::getStory).orElse("");
    }
  }

  /** The states of those of the articles that were known, by id. */
  Map<String, Known> articles(Set<String> ids) {
    Map<String, Known> known = new HashMap<>();
    finder.records(
        topic,
        ids,
        record -> {
          if (isKnown(record)) {
            RecordFinder.decoded(topic, record)
                .map(article -> new Known(article, since(record)))
                .ifPresent(state -> known.merge(RecordFinder.key(record), state, AsOf::later));
          }
        });
    return known;
  }

  /** How many states of an article became known only later. */
  int later(String id) {
    int[] later = {0};
    finder.records(topic, Set.of(id), record -> later[0] += isKnown(record) ? 0 : 1);
    return later[0];
  }

  /** The story an id stood for: every story id is an article id, and an alias of where that is. */
  String story(String id) {
    Known root = articles(Set.of(id)).get(id);
    return root == null || root.story().isEmpty() ? id : root.story();
  }

  /** The articles that a story had, earliest first. Reads all of the topic. */
  List<Known> members(String story) {
    Set<String> once = new HashSet<>();
    finder.scan(
        topic,
        record -> {
          if (isKnown(record)) {
            RecordFinder.decoded(topic, record)
                .filter(article -> new Known(article, Optional.empty()).story().equals(story))
                .ifPresent(article -> once.add(article.getId()));
          }
        });
    return articles(once).values().stream()
        .filter(known -> known.story().equals(story))
        .sorted(
            Comparator.comparing((Known known) -> known.article().getEffective())
                .thenComparing(known -> known.article().getId()))
        .toList();
  }

  private boolean isKnown(ConsumerRecord<?, ?> record) {
    return since(record).filter(moment::isBefore).isEmpty();
  }

  private static Optional<Instant> since(ConsumerRecord<?, ?> record) {
    return Optional.of(Instant.ofEpochMilli(record.timestamp()))
        .filter(time -> record.timestampType() == TimestampType.LOG_APPEND_TIME);
  }

  private static Known later(Known one, Known other) {
    return one.article().getRevision().compareTo(other.article().getRevision()) > 0 ? one : other;
  }
}
