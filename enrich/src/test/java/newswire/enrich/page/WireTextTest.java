package newswire.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import newswire.schemas.ArticleId;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Signal;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.WireItem;
import org.junit.jupiter.api.Test;

class WireTextTest {

  static {
    TrustedRecords.register();
  }

  private static RawArticle wire(String title, String content, WireItem item) {
    return RawArticle.newBuilder()
        .setSourceId("wire")
        .setItemId("urn:nile:1")
        .setFetched(Instant.EPOCH)
        .setContentType("application/xml;charset=UTF-8")
        .setBody(ByteBuffer.wrap("<nitf><head><title>x</title></head></nitf>".getBytes(UTF_8)))
        .setEntry(
            FeedEntry.newBuilder()
                .setTitle(title)
                .setContent(content)
                .setAuthors(List.of("ليلى حسن"))
                .setLanguage("ar")
                .build())
        .setWire(item)
        .build();
  }

  @Test
  void readsTheTextAndWhatTheAgencySays() {
    Instant embargo = Instant.parse("2026-03-09T16:00:00Z");
    WireItem item =
        WireItem.newBuilder()
            .setSignal(Signal.CORRECTION)
            .setUrgency(2)
            .setSlugline("مصر-جسر")
            .setCopyright("© النيل")
            .setUsageTerms("للمشتركين")
            .setDataMining("DMI-PROHIBITED")
            .setEmbargoUntil(embargo)
            .setNote("تصحيح")
            .build();

    Article article =
        new PageReader().read(wire("جسر جديد", "<p>عبر السكان الجسر.</p><p>ثانيا</p>", item));

    assertThat(article.getId()).isEqualTo(ArticleId.ofItem("wire", "urn:nile:1"));
    assertThat(article.getTitle()).isEqualTo("جسر جديد");
    assertThat(article.getText()).isEqualTo("عبر السكان الجسر.\nثانيا");
    assertThat(article.getExtraction().getRule()).isEqualTo("wire");
    assertThat(article.getExtraction().getStatus()).isEqualTo("ok");
    assertThat(article.getAuthors()).containsExactly("ليلى حسن");
    assertThat(article.getUrgency()).isEqualTo(2);
    assertThat(article.getSlugline()).isEqualTo("مصر-جسر");
    assertThat(article.getCopyright()).isEqualTo("© النيل");
    assertThat(article.getUsageTerms()).isEqualTo("للمشتركين");
    assertThat(article.getDataMining()).isEqualTo("DMI-PROHIBITED");
    assertThat(article.getEmbargoUntil()).contains(embargo);
    assertThat(article.getStatus()).isEqualTo(Status.CORRECTED);
    assertThat(article.getStatusReason()).isEqualTo("تصحيح");
  }

  @Test
  void aTitleAloneIsAnArticleToo() {
    Article article =
        new PageReader()
            .read(wire("新地铁线通车", "", WireItem.newBuilder().setStatus(Status.WITHHELD).build()));

    assertThat(article.getTitle()).isEqualTo("新地铁线通车");
    assertThat(article.getExtraction().getStatus()).isEqualTo("no text");
    assertThat(article.getStatus()).isEqualTo(Status.WITHHELD);
  }

  @Test
  void refusesAWireThatSaysNothing() {
    assertThatThrownBy(() -> new PageReader().read(wire("", "", WireItem.newBuilder().build())))
        .isInstanceOf(UnreadablePage.class);
  }
}
