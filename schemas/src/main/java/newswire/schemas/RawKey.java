package newswire.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;

/** Keys of the raw topic: all versions of one article share one, and so meet in one task. */
public final class RawKey {

  private RawKey() {}

  /** The site of the article's address; its source and item if it has none. */
  public static String of(RawArticle raw) {
    return CanonicalUrl.parse(raw.getUrl())
        .map(CanonicalUrl::site)
        .orElseGet(() -> raw.getSourceId() + "/" + item(raw));
  }

  /** The source's own id of the item; SHA-256 of headline and body if it has none. */
  public static String item(RawArticle raw) {
    if (!raw.getItemId().isEmpty()) {
      return raw.getItemId();
    }
    byte[] title =
        (raw.getEntry().map(FeedEntry::getTitle).orElse("") + "\n")
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer content = ByteBuffer.allocate(title.length + raw.getBody().remaining());
    content.put(title).put(raw.getBody().duplicate());
    return ArticleId.sha256(content.array());
  }
}
