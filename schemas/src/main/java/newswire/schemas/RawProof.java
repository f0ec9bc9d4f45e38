package newswire.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;

/** The hash by which anyone can check that a raw record holds what an article was made of. */
public final class RawProof {

  private RawProof() {}

  /**
   * SHA-256, in hexadecimal digits, of the body as received; where only the entry is known, of its
   * content, else its summary, else its title, in UTF-8.
   */
  public static String sha256(RawArticle raw) {
    ByteBuffer body = raw.getBody().duplicate();
    if (body.hasRemaining()) {
      byte[] bytes = new byte[body.remaining()];
      body.get(bytes);
      return ArticleId.sha256(bytes);
    }
    String text = raw.getEntry().map(RawProof::firstText).orElse("");
    return ArticleId.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String firstText(FeedEntry entry) {
    if (!entry.getContent().isEmpty()) {
      return entry.getContent();
    }
    return entry.getSummary().isEmpty() ? entry.getTitle() : entry.getSummary();
  }
}
