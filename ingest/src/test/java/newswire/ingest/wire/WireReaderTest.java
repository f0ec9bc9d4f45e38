package newswire.ingest.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Signal;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.WireItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-20T00:00:00Z");

  static byte[] resource(String name) throws IOException {
    try (InputStream in = WireReaderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static RawArticle one(String name) throws IOException, UnreadableWire {
    List<WirePart> parts = WireReader.read(resource(name), NOW);
    assertThat(parts).singleElement().isInstanceOf(WirePart.Item.class);
    return ((WirePart.Item) parts.get(0)).article();
  }

  private static String body(RawArticle article) {
    return UTF_8.decode(article.getBody().duplicate()).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correction.ar.g2.xml",
        "message.ru.g2.xml",
        "flood.zh.nitf.xml",
        "summit.newsml1.xml",
        "kill.ar.ninjs.json",
        "metro.zh.ninjs.json"
      })
  void recognisesAWireByItsBeginning(String name) throws IOException {
    byte[] bytes = resource(name);

    assertThat(WireReader.recognises(bytes)).isTrue();
    assertThat(WireReader.recognises(Arrays.copyOf(bytes, Math.min(400, bytes.length)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><newsItem/></body></html>",
        "{\"uri\":\"x\",\"title\":\"y\"}",
        "{\"id\":\"1\",\"text\":\"خبر\"}",
        "<rss version='2.0'/>",
        "plain <nitf>",
        "<!-- <nitf> -->",
        "{",
        ""
      })
  void takesNothingElseForAWire(String text) {
    assertThat(WireReader.recognises(text.getBytes(UTF_8))).isFalse();
  }

  @Test
  void readsACorrectionInArabic() throws Exception {
    RawArticle article = one("correction.ar.g2.xml");
    FeedEntry entry = article.getEntry().orElseThrow();
    WireItem wire = article.getWire().orElseThrow();

    assertThat(article.getSourceId()).isEqualTo("wire");
    assertThat(article.getSourceName()).isEqualTo("وكالة النيل");
    assertThat(article.getItemId()).isEqualTo("urn:newsml:nile.example:20260309:bridge");
    assertThat(article.getUrl()).isEmpty();
    assertThat(article.getFetched()).isEqualTo("2026-03-09T12:30:00Z");
    assertThat(article.getCaptured()).contains(Instant.parse("2026-03-09T12:30:00Z"));
    assertThat(article.getBody().array()).isEqualTo(resource("correction.ar.g2.xml"));
    assertThat(entry.getTitle()).isEqualTo("افتتاح جسر جديد على النيل بعد أعمال ترميم دامت عامين");
    assertThat(entry.getSummary()).isEqualTo("عبر مئات السكان الجسر سيرا على الأقدام.");
    assertThat(entry.getContent())
        .contains(
            "<p>القاهرة - عبر مئات السكان صباح الاثنين الجسر الجديد الذي يربط ضفتي النيل.</p>")
        .contains("<h2>المصابون</h2>")
        .contains("إن ثلاثة عمال أصيبوا &amp; نقلوا")
        .doesNotContain("صورة الجسر");
    assertThat(entry.getAuthors()).containsExactly("ليلى حسن");
    assertThat(entry.getCategories()).containsExactly("حوادث");
    assertThat(entry.getLanguage()).isEqualTo("ar");
    assertThat(entry.getPublished()).contains(Instant.parse("2026-03-09T10:00:00Z"));
    assertThat(entry.getPublishedPrecision()).isEqualTo(Precision.INSTANT);
    assertThat(entry.getUpdated()).contains(Instant.parse("2026-03-09T12:30:00Z"));
    assertThat(wire)
        .isEqualTo(
            WireItem.newBuilder()
                .setGuid("urn:newsml:nile.example:20260309:bridge")
                .setVersion("2")
                .setStatus(Status.USABLE)
                .setSignal(Signal.CORRECTION)
                .setSent(Instant.parse("2026-03-09T12:30:00Z"))
                .setEmbargoUntil(Instant.parse("2026-03-09T16:00:00Z"))
                .setUrgency(2)
                .setSlugline("مصر-جسر-حادث")
                .setNote("تصحيح عدد المصابين في الفقرة الثانية")
                .setCopyright("جميع الحقوق محفوظة لوكالة النيل ٢٠٢٦")
                .setUsageTerms("للنشر في الصحف المشتركة فقط")
                .setDataMining("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED")
                .build());
  }

  @Test
  void readsEveryItemOfAMessageInRussian() throws Exception {
    List<WirePart> parts = WireReader.read(resource("message.ru.g2.xml"), NOW);

    assertThat(parts).hasSize(4);
    assertThat(((WirePart.Other) parts.get(0)).what()).isEqualTo("a packageitem, not a news item");
    RawArticle article = ((WirePart.Item) parts.get(1)).article();
    assertThat(article.getEntry().orElseThrow().getTitle())
        .isEqualTo("В Алма-Ате открыли новую линию метро");
    assertThat(article.getEntry().orElseThrow().getContent())
        .startsWith("<p>Линия соединит вокзал с аэропортом.</p>");
    assertThat(article.getEntry().orElseThrow().getAuthors()).containsExactly("Айгуль Сеитова");
    assertThat(body(article))
        .startsWith("<newsItem guid=\"urn:newsml:steppe.example:20260310:a\" version=\"1\"")
        .endsWith("</newsItem>")
        .doesNotContain("20260309:b");
    RawArticle kill = ((WirePart.Item) parts.get(2)).article();
    assertThat(kill.getWire().orElseThrow().getStatus()).isEqualTo(Status.KILLED);
    assertThat(kill.getEntry().orElseThrow().getTitle()).startsWith("Материал аннулирован");
    assertThat(((WirePart.Other) parts.get(3)).what())
        .isEqualTo("an item of class picture without text");
  }

  @Test
  void readsAWithheldDocumentOfNitfInChinese() throws Exception {
    RawArticle article = one("flood.zh.nitf.xml");
    FeedEntry entry = article.getEntry().orElseThrow();
    WireItem wire = article.getWire().orElseThrow();

    assertThat(article.getItemId()).isEqualTo("tide.example:chongqing-bridge");
    assertThat(article.getSourceName()).isEqualTo("tide.example");
    assertThat(article.getFetched()).isEqualTo("2026-03-10T02:00:00Z");
    assertThat(entry.getTitle()).isEqualTo("重庆步行桥周末开放");
    assertThat(entry.getSummary()).contains("大桥连接两岸老城区。");
    assertThat(entry.getContent()).isEqualTo("<p>重庆一座新的步行桥将于周末开放。</p><p>市民可以免费通行。</p>");
    assertThat(entry.getAuthors()).containsExactly("李明");
    assertThat(entry.getCategories()).containsExactly("桥梁", "重庆");
    assertThat(entry.getLanguage()).isEqualTo("zh-Hans");
    assertThat(wire.getStatus()).isEqualTo(Status.WITHHELD);
    assertThat(wire.getUrgency()).isEqualTo(3);
    assertThat(wire.getVersion()).isEqualTo("2");
    assertThat(wire.getCopyright()).isEqualTo("2026 潮汐通讯社");
  }

  @Test
  void readsAnEmbargoedItemOfNewsMl1() throws Exception {
    RawArticle article = one("summit.newsml1.xml");
    FeedEntry entry = article.getEntry().orElseThrow();
    WireItem wire = article.getWire().orElseThrow();

    assertThat(article.getItemId()).isEqualTo("urn:newsml:lakes.example:20260311:S1");
    assertThat(entry.getTitle()).isEqualTo("Gipfel am Bodensee");
    assertThat(entry.getContent())
        .isEqualTo(
            "<p>Die Seen &amp; Flüsse stehen im Mittelpunkt.</p>"
                + "<p>Am Abend wird eine Erklärung erwartet.</p>");
    assertThat(entry.getAuthors()).containsExactly("Anna Keller");
    assertThat(entry.getLanguage()).isEqualTo("de");
    assertThat(wire.getStatus()).isEqualTo(Status.USABLE);
    assertThat(wire.getSignal()).isEqualTo(Signal.CORRECTION);
    assertThat(wire.getEmbargoUntil()).contains(Instant.parse("2026-03-11T12:00:00Z"));
    assertThat(wire.getSent()).contains(Instant.parse("2026-03-11T08:55:00Z"));
    assertThat(wire.getUrgency()).isEqualTo(4);
    assertThat(wire.getNote()).isEqualTo("Zahl berichtigt");
    assertThat(wire.getVersion()).isEqualTo("2");
  }

  @Test
  void readsNinjs() throws Exception {
    RawArticle article = one("metro.zh.ninjs.json");
    FeedEntry entry = article.getEntry().orElseThrow();

    assertThat(article.getContentType()).isEqualTo("application/ninjs+json;charset=UTF-8");
    assertThat(entry.getTitle()).isEqualTo("新地铁线通车");
    assertThat(entry.getSummary()).isEqualTo("全长三十公里。");
    assertThat(entry.getContent()).isEqualTo("<p>新地铁线周四通车。</p><p>票价不变。</p>");
    assertThat(entry.getAuthors()).containsExactly("王芳");
    assertThat(entry.getCategories()).containsExactly("交通");
    assertThat(article.getWire().orElseThrow().getUsageTerms()).isEqualTo("仅供订户");
  }

  @Test
  void aKillNeedsNoText() throws Exception {
    RawArticle article = one("kill.ar.ninjs.json");

    assertThat(article.getWire().orElseThrow().getStatus()).isEqualTo(Status.KILLED);
    assertThat(article.getItemId()).isEqualTo("urn:newsml:nile.example:20260309:bridge");
    assertThat(article.getEntry().orElseThrow().getTitle()).contains("أُلغي الخبر");
  }

  @Test
  void theSameItemReadAgainIsTheSameRecord() throws Exception {
    byte[] bytes = resource("correction.ar.g2.xml");

    assertThat(WireReader.read(bytes, NOW.plusSeconds(9))).isEqualTo(WireReader.read(bytes, NOW));
  }

  @Test
  void noItemWasSentAfterItCame() throws Exception {
    Instant before = Instant.parse("2026-03-01T00:00:00Z");
    List<WirePart> parts = WireReader.read(resource("metro.zh.ninjs.json"), before);

    RawArticle article = ((WirePart.Item) parts.get(0)).article();
    assertThat(article.getFetched()).isEqualTo(before);
    assertThat(article.getWire().orElseThrow().getSent())
        .contains(Instant.parse("2026-03-12T01:00:00Z"));
  }

  @Test
  void anUnknownStatusAndAnEndlessEmbargoWithhold() throws Exception {
    String item =
        "<newsItem guid='g'><itemMeta>%<pubStatus qcode='stat:odd'/></itemMeta>"
            + "<contentMeta><headline>خبر</headline></contentMeta></newsItem>";
    String embargoed = item.replace("%", "<embargoed/>").replace("odd", "usable");

    assertThat(status(item.replace("%", ""))).isEqualTo(Status.WITHHELD);
    assertThat(status(embargoed)).isEqualTo(Status.WITHHELD);
  }

  private static Status status(String xml) throws UnreadableWire {
    WirePart part = WireReader.read(xml.getBytes(UTF_8), NOW).get(0);
    return ((WirePart.Item) part).article().getWire().orElseThrow().getStatus();
  }
}
