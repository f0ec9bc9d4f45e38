package newswire.app;

import java.util.HashMap;
import java.util.Map;
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
   * What is to be erased, as far as it has been prepared.
   *
   * @param id of one article; empty for a whole site
   */
  static ErasureTarget target(RecordFinder finder, Topics topics, String id, String site) {
    Map<String, Article> found = new TreeMap<>();
    Predicate<Article> wanted =
        article -> id.isEmpty() ? article.getSite().equals(site) : article.getId().equals(id);
    finder.scan(
        topics.prepared(),
        record ->
            RecordFinder.decoded(topics.prepared(), record)
                .filter(wanted)
                .ifPresent(article -> found.put(article.getId(), article)));
    Map<String, String> keys = new TreeMap<>();
    found.forEach((each, article) -> keys.put(each, rawKey(article, finder)));
    return new ErasureTarget(keys, site, topics.raw());
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
    Map<String, Held> held = new TreeMap<>();
    held.put(topics.raw().name(), held(topics.raw(), target::isRaw));
    held.put(topics.prepared().name(), held(topics.prepared(), isArticle(topics.prepared())));
    held.put(topics.promotions().name(), held(topics.promotions(), isArticle(topics.promotions())));
    held.put(topics.articles().name(), held(topics.articles(), isArticle(topics.articles())));
    held.put(topics.revisions().name(), held(topics.revisions(), isArticle(topics.revisions())));
    held.put(
        topics.sketches().name(),
        held(
            topics.sketches(),
            record ->
                isOne(record)
                    && RecordFinder.decoded(topics.sketches(), record)
                        .filter(sketch -> !sketch.getTitle().isEmpty())
                        .isPresent()));
    held.put(
        topics.relations().name(),
        held(
            topics.relations(),
            record ->
                isOne(record)
                    && RecordFinder.decoded(topics.relations(), record)
                        .filter(relation -> !relation.getStoryTerms().isEmpty())
                        .isPresent()));
    held.put(
        topics.stories().name(),
        held(
            topics.stories(),
            record ->
                RecordFinder.decoded(topics.stories(), record).filter(target::isTold).isPresent()));
    held.put(
        topics.deadLetters().name(),
        held(
            topics.deadLetters(),
            record ->
                RecordFinder.decoded(topics.deadLetters(), record)
                    .filter(target::isLetter)
                    .isPresent()));
    return held;
  }

  private boolean isOne(ConsumerRecord<byte[], byte[]> record) {
    return target.ids().contains(RecordFinder.key(record));
  }

  private Predicate<ConsumerRecord<byte[], byte[]>> isArticle(Topic<String, Article> topic) {
    return record ->
        isOne(record)
            && RecordFinder.decoded(topic, record)
                .filter(article -> !(article.getTitle() + article.getText()).isEmpty())
                .isPresent();
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
