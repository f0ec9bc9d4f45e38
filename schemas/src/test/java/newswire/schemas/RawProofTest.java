package newswire.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import org.junit.jupiter.api.Test;

class RawProofTest {

  static {
    TrustedRecords.register();
  }

  private static String hash(String text) {
    return ArticleId.sha256(text.getBytes(UTF_8));
  }

  private static String proof(FeedEntry.Builder entry) {
    return RawProof.sha256(RawArticle.newBuilder().setEntry(entry.build()).build());
  }

  @Test
  void isOverTheBodyAndOtherwiseOverTheFirstTextOfTheEntry() {
    FeedEntry.Builder entry = FeedEntry.newBuilder().setTitle("عنوان");
    assertThat(proof(entry)).isEqualTo(hash("عنوان"));
    assertThat(proof(entry.setSummary("摘要"))).isEqualTo(hash("摘要"));
    assertThat(proof(entry.setContent("текст"))).isEqualTo(hash("текст"));
    RawArticle raw =
        RawArticle.newBuilder()
            .setEntry(entry.build())
            .setBody(ByteBuffer.wrap("нет".getBytes(UTF_8)))
            .build();
    assertThat(RawProof.sha256(raw)).isEqualTo(hash("нет")).isEqualTo(RawProof.sha256(raw));
    assertThat(RawProof.sha256(RawArticle.newBuilder().build())).isEqualTo(hash(""));
  }
}
