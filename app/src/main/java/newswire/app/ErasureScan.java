package newswire.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import newswire.schemas.Erasure;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawPosition;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Looks for what is to be erased in all topics. For one thread. */
final class ErasureScan {

  private final RecordFinder finder;
  private final Topics topics;
  private final ErasureTarget target;

  ErasureScan(RecordFinder finder, Topics topics, ErasureTarget target) {
    this.finder = finder;
    this.topics = topics;
    this.target = target;
  }

  /**
   * What a topic holds.
   *
   * @param records records with words of what is to be erased
   * @param ends the offset after the last of them, by partition
   */
  record Held(long records, Map<TopicPartition, Long> ends) {}

  /**
   * What is to be erased: of a site, what has been prepared.
   *
   * @param id of one article; empty for a whole site
   */
  static ErasureTarget target(RecordFinder finder, Topics topics, String id, String site) {
    Map<String, Article> found = new TreeMap<>();
    if (id.isEmpty()) {
      finder.scan(
          topics.prepared(),
          record ->
              RecordFinder.decoded(topics.prepared(), record)
                  .filter(article -> article.getSite().equals(site))
                  .ifPresent(article -> found.put(article.getId(), article)));
    } else {
      finder.last(topics.prepared(), id).ifPresent(article -> found.put(id, article));
    }
    Map<String, String> keys = new TreeMap<>();
    found.forEach((each, article) -> keys.put(each, rawKey(article, finder)));
    return new ErasureTarget(id.isEmpty() ? keys.keySet() : Set.of(id), keys, site, topics.raw());
  }

  // One without an address has its source and item as key.
  private static String rawKey(Article article, RecordFinder finder) {
    if (!article.getSite().isEmpty()) {
      return article.getSite();
    }
    if (!article.getItemId().isEmpty()) {
      return article.getSourceId() + "/" + article.getItemId();
    }
    RawPosition raw = article.getRaw();
    return finder
        .at(raw.getTopic(), raw.getPartition(), raw.getOffset())
        .map(RecordFinder::key)
        .orElseThrow(
            () ->
                Exit.failed(
                    "article "
                        + article.getId()
                        + " has no address, and its raw record is gone: its key cannot be told"));
  }

  /** What the topics hold, by their names. */
  Map<String, Held> run() {
    Map<String, Held> held = computed();
    held.put(topics.raw().name(), held(topics.raw(), target::isRaw));
    held.put(topics.promotions().name(), articles(topics.promotions()));
    return held;
  }

  /** The same of the topics that are computed. */
  Map<String, Held> computed() {
    Map<String, Held> held = new TreeMap<>();
    for (Topic<String, Article> topic :
        List.of(topics.prepared(), topics.articles(), topics.revisions())) {
      held.put(topic.name(), articles(topic));
    }
    held.put(
        topics.sketches().name(), ofOne(topics.sketches(), sketch -> !sketch.getTitle().isEmpty()));
    held.put(
        topics.relations().name(),
        ofOne(topics.relations(), relation -> !relation.getStoryTerms().isEmpty()));
    held.put(topics.stories().name(), held(topics.stories(), is(topics.stories(), target::isTold)));
    held.put(
        topics.deadLetters().name(),
        held(topics.deadLetters(), is(topics.deadLetters(), target::isLetter)));
    return held;
  }

  private Held articles(Topic<String, Article> topic) {
    return ofOne(topic, article -> !(article.getTitle() + article.getText()).isEmpty());
  }

  private <V> Held ofOne(Topic<String, V> topic, Predicate<V> of) {
    return held(topic, record -> isOne(record) && is(topic, of).test(record));
  }

  private static <V> Predicate<ConsumerRecord<byte[], byte[]>> is(
      Topic<?, V> topic, Predicate<V> of) {
    return record -> RecordFinder.decoded(topic, record).filter(of).isPresent();
  }

  private boolean isOne(ConsumerRecord<byte[], byte[]> record) {
    return target.ids().contains(RecordFinder.key(record));
  }

  private Held held(Topic<?, ?> topic, Predicate<ConsumerRecord<byte[], byte[]>> of) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    long[] records = {0};
    finder.scan(
        topic,
        record -> {
          if (of.test(record)) {
            records[0]++;
            ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
          }
        });
    return new Held(records[0], ends);
  }

  /** Whether preparation has forgotten all of them. */
  boolean isForgotten() {
    Map<String, Article> last = finder.last(topics.prepared(), target.ids());
    return last.values().stream().allMatch(Erasure::isOf);
  }
}
