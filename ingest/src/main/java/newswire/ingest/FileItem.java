package newswire.ingest;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;

/** What came out of a file or of one row of it. */
public sealed interface FileItem {

  /** Where it was: a path, with {@code :line} for a row. */
  String place();

  /** An article. */
  record Read(String place, RawArticle article) implements FileItem {}

  /**
   * No article.
   *
   * @param reason in words for a person, naming the field if there is one
   * @param value the row, or the path of a file that is at fault as a whole
   */
  record Refused(String place, String reason, byte[] value) implements FileItem {

    /** The record that keeps it. */
    public DeadLetter letter(Instant now) {
      return DeadLetter.newBuilder()
          .setStage("ingest.file")
          .setReason(place + ": " + reason)
          .setSourceId(ArticleFiles.FILE)
          .setTimestamp(now)
          .setValue(ByteBuffer.wrap(value))
          .setHeaders(List.of())
          .build();
    }
  }
}
