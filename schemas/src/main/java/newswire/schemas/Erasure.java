package newswire.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Extraction;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The order to forget what an article said: a raw record without value whose header {@value
 * #HEADER} names the article. It goes the way of the article's own raw records, so that whatever is
 * computed from them, now or in a replay, forgets it at that place.
 */
public final class Erasure {

  /** Header with the article's id. */
  public static final String HEADER = "newswire.erase";

  /** Why what is erased is killed. */
  public static final String REASON = "erased";

  private Erasure() {}

  /**
   * The order.
   *
   * @param key of the article's raw records
   */
  public static ProducerRecord<byte[], byte[]> record(
      Topic<String, RawArticle> raw, String key, String articleId, Instant at) {
    Headers headers = new RecordHeaders().add(HEADER, articleId.getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        raw.name(), null, at.toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), null, headers);
  }

  /** The article that a record without value orders to forget; empty if it is no such order. */
  public static Optional<String> articleId(Headers headers) {
    return Optional.ofNullable(headers.lastHeader(HEADER))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .filter(ArticleId::isId);
  }

  /**
   * What remains of an article: its id, times, site and hashes; neither words nor an address, which
   * may have some.
   */
  public static Article of(Article article) {
    return Article.newBuilder(Blank.of(article))
        .setUrl("")
        .setItemId("")
        .setImageUrl("")
        .setSlugline("")
        .setCopyright("")
        .setUsageTerms("")
        .setStatus(Status.KILLED)
        .setStatusReason(REASON)
        .setExtraction(new Extraction(REASON, REASON))
        .build();
  }

  /** What remains of an article that had not come yet. */
  public static Article ofUnknown(String articleId) {
    return of(Article.newBuilder().setId(articleId).build());
  }

  /**
   * What remains of a story once nothing of some of its articles may: what others say of the event,
   * without the terms and names that were counted over all.
   */
  public static Story of(Story story, Set<String> articleIds) {
    List<StoryArticle> timeline =
        story.getTimeline().stream().map(each -> of(each, articleIds)).toList();
    return Story.newBuilder(story)
        .setHeadline(
            timeline.stream()
                .map(StoryArticle::getTitle)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(""))
        .setTerms(List.of())
        .setEntities(List.of())
        .setTimeline(timeline)
        .build();
  }

  private static StoryArticle of(StoryArticle article, Set<String> articleIds) {
    boolean isErased = articleIds.contains(article.getId());
    boolean isJoinedTo = article.getParent().filter(articleIds::contains).isPresent();
    if (!isErased && !isJoinedTo) {
      return article;
    }
    return StoryArticle.newBuilder(article)
        .setTitle(isErased ? "" : article.getTitle())
        .setTerms(List.of())
        .setEntities(List.of())
        .build();
  }

  /** Whether this is what remains of an article. */
  public static boolean isOf(Article article) {
    return article.getExtraction().getRule().equals(REASON);
  }
}
