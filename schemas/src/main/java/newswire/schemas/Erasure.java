package newswire.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Extraction;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Status;
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

  private static final String RULE = "erased";

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
        .setStatusReason(RULE)
        .setExtraction(new Extraction(RULE, RULE))
        .build();
  }

  /** What remains of an article that had not come yet. */
  public static Article ofUnknown(String articleId) {
    return of(Article.newBuilder().setId(articleId).build());
  }

  /** Whether this is what remains of an article. */
  public static boolean isOf(Article article) {
    return article.getExtraction().getRule().equals(RULE);
  }
}
