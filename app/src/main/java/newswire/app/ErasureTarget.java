package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.enrich.page.PageReader;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.Letters;
import newswire.schemas.Topic;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Story;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be erased, and whether a record is of it.
 *
 * @param ids of the articles
 * @param keys article id to the key of its raw records, as far as it can be told
 * @param site all of which goes; empty if only these articles do
 * @param raw reads raw records
 */
record ErasureTarget(
    Set<String> ids, Map<String, String> keys, String site, Topic<String, RawArticle> raw) {

  ErasureTarget {
    ids = new TreeSet<>(ids);
    keys = new TreeMap<>(keys);
  }

  /** Whether it is a raw record of them, with something in it. */
  boolean isRaw(ConsumerRecord<byte[], byte[]> record) {
    return isRaw(RecordFinder.key(record), record.value());
  }

  boolean isRaw(ArchiveRow row) {
    byte @Nullable [] key = row.key();
    byte @Nullable [] value = row.value(0);
    if (key == null || value == null) {
      return false;
    }
    String text = new String(key, UTF_8);
    return isOfSite(text)
        || mayBeOf(text)
            && row.record()
                .map(record -> ArchiveRow.as(record, RawArticle.getClassSchema(), RawArticle.class))
                .filter(article -> ids.contains(id(article)))
                .isPresent();
  }

  private boolean isRaw(String key, byte @Nullable [] value) {
    if (value == null || !isOfSite(key) && !mayBeOf(key)) {
      return false;
    }
    if (isOfSite(key)) {
      return true;
    }
    try {
      return ids.contains(id(raw.value().deserializer().deserialize(raw.name(), value)));
    } catch (KafkaException e) { // nothing that could be read as an article
      return false;
    }
  }

  /** Many records have no site, and only whole sites are erased by it. */
  private boolean isOfSite(String given) {
    return !site.isEmpty() && given.equals(site);
  }

  private boolean mayBeOf(String key) {
    return keys.size() < ids.size() || keys.containsValue(key);
  }

  /** The id that preparation gives the article; a page may declare another address as its own. */
  private static String id(RawArticle article) {
    try {
      return new PageReader().read(article).getId();
    } catch (RuntimeException | StackOverflowError e) { // preparation rejects it for the same
      return CanonicalUrl.parse(article.getUrl())
          .map(ArticleId::ofUrl)
          .orElseGet(() -> ArticleId.ofItem(article.getSourceId(), article.getItemId()));
    }
  }

  /** Whether a letter is of one of them. */
  boolean isLetter(DeadLetter letter) {
    String key = letter.getKey().map(ErasureTarget::text).orElse("");
    Optional<CanonicalUrl> url = CanonicalUrl.parse(letter.getUrl());
    if (ids.contains(key)
        || isOfSite(key)
        || url.map(ArticleId::ofUrl).filter(ids::contains).isPresent()
        || url.map(CanonicalUrl::site).filter(this::isOfSite).isPresent()) {
      return true;
    }
    return letter.getTopic().equals(raw.name())
        && isRaw(key, letter.getValue().map(Letters::bytes).orElse(null));
  }

  /** Whether a story has words of one of them. */
  boolean isTold(Story story) {
    return has(story.getArticles())
        && story.getTimeline().stream()
            .anyMatch(each -> ids.contains(each.getId()) && !each.getTitle().isEmpty());
  }

  private boolean has(Collection<String> articles) {
    return articles.stream().anyMatch(ids::contains);
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes.duplicate()).toString();
  }
}
