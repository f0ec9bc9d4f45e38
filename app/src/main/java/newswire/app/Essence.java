package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Revision;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * What two computations of one record must agree on: all of it but its revision, and where in the
 * log the bytes happen to lie that it was made of. Both say how it was delivered; which bytes they
 * are is said by their hash, and that counts.
 */
final class Essence {

  private Essence() {}

  /** The article without what is not compared. */
  static Article of(Article article) {
    return Article.newBuilder(article)
        .setRevision(new Revision(0, 0L))
        .setRaw(new RawPosition("", 0, 0L, article.getRaw().getSha256()))
        .build();
  }

  /** SHA-256 over key, line feed and the record in Avro's binary form. */
  static byte[] sha256(String key, SpecificRecord record) {
    SpecificRecord compared = record instanceof Article article ? of(article) : record;
    MessageDigest digest = sha256();
    digest.update((key + "\n").getBytes(UTF_8));
    return digest.digest(bytes(compared));
  }

  private static byte[] bytes(SpecificRecord record) {
    SpecificData model = SpecificData.getForSchema(record.getSchema());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(record.getSchema(), model).write(record, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
