package newswire.ingest.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import newswire.schemas.avro.Enclosure;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SitemapReaderTest {

  private static final String BASE = "https://news.example/news.xml";

  private static final String NEWS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>https://news.example/1</loc>
          <n:news><n:publication><n:name>النيل</n:name><n:language>ar</n:language></n:publication>
            <n:publication_date>2026-03-10</n:publication_date>
            <n:title>افتتاح السد &amp; القناة</n:title><n:keywords>مياه، طاقة, مياه</n:keywords></n:news>
          <image:image><image:loc>https://news.example/1.jpg</image:loc></image:image>
        </url>
        <url><loc>/2</loc><lastmod>2026-03-11T09:00:00Z</lastmod>
          <n:news><n:publication><n:language>ja</n:language></n:publication>
            <n:publication_date>2026-03-11T08:30:00+09:00</n:publication_date>
            <n:title>津波</n:title></n:news></url>
        <url><loc>https://news.example/3</loc></url>
      </urlset>
      """;

  private static Sitemap read(String body) throws UnreadableSitemap {
    return SitemapReader.read(body.getBytes(UTF_8), null, BASE);
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(body);
    }
    return out.toByteArray();
  }

  @Test
  void readsNewsNewestFirst() throws UnreadableSitemap {
    assertThat(read(NEWS).sitemaps()).isEmpty();
    assertThat(read(NEWS).entries())
        .containsExactly(
            FeedEntry.newBuilder()
                .setGuid("https://news.example/2")
                .setLink("https://news.example/2")
                .setTitle("津波")
                .setPublishedText("2026-03-11T08:30:00+09:00")
                .setPublished(Instant.parse("2026-03-10T23:30:00Z"))
                .setPublishedPrecision(Precision.INSTANT)
                .setUpdated(Instant.parse("2026-03-11T09:00:00Z"))
                .setLanguage("ja")
                .build(),
            FeedEntry.newBuilder()
                .setGuid("https://news.example/1")
                .setLink("https://news.example/1")
                .setTitle("افتتاح السد & القناة")
                .setPublishedText("2026-03-10")
                .setPublished(Instant.parse("2026-03-10T00:00:00Z"))
                .setPublishedPrecision(Precision.DAY)
                .setLanguage("ar")
                .setCategories(List.of("مياه", "طاقة"))
                .setEnclosures(List.of(new Enclosure("https://news.example/1.jpg", "", 0L)))
                .build(),
            FeedEntry.newBuilder()
                .setGuid("https://news.example/3")
                .setLink("https://news.example/3")
                .build());
  }

  @Test
  void readsWhatIsZipped() throws Exception {
    byte[] body = zipped(NEWS.getBytes(UTF_8));

    assertThat(SitemapReader.read(body, "application/x-gzip", BASE)).isEqualTo(read(NEWS));
    assertThatThrownBy(() -> SitemapReader.read(Arrays.copyOf(body, body.length / 2), null, BASE))
        .isInstanceOf(UnreadableSitemap.class)
        .hasMessage("its gzip is cut off");
  }

  @Test
  void takesTheNewestOfAnIndex() throws UnreadableSitemap {
    StringBuilder index = new StringBuilder("<sitemapindex>");
    for (int day = 1; day <= 9; day++) {
      index.append("<sitemap><loc>/s" + day + ".xml.gz</loc><lastmod>2026-03-0" + day);
      index.append("</lastmod></sitemap>");
    }

    assertThat(read(index.toString()).sitemaps())
        .startsWith("https://news.example/s9.xml.gz", "https://news.example/s8.xml.gz")
        .hasSize(Sitemap.MOST_SITEMAPS);
  }

  @Test
  void readsListsAndFeeds() throws UnreadableSitemap {
    assertThat(read("\uFEFFhttps://a.example/أ\nhttps://a.example/二\n").entries()).hasSize(2);
    assertThat(read("<rss><channel><item><title>ข่าว</title></item></channel></rss>").entries())
        .extracting(FeedEntry::getTitle)
        .containsExactly("ข่าว");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it is empty",
        "<html><body></body></html> | it has no urlset or sitemapindex",
        "غير موجود | it is neither XML nor a list of addresses",
      })
  void saysWhatIsWrong(String body, String reason) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableSitemap.class).hasMessage(reason);
  }

  @Test
  void isBoundedOnABomb() throws IOException {
    byte[] bomb = zipped(new byte[SitemapReader.LARGEST + 2]);
    assertThatThrownBy(() -> SitemapReader.read(bomb, null, BASE))
        .hasMessageContaining("larger than");
  }

  @Test
  void isBoundedInDepthAndLength() throws UnreadableSitemap {
    assertThatThrownBy(() -> read("<urlset>" + "<url>".repeat(200_000)))
        .hasMessageContaining("nested more than");
    assertThat(
            read("<urlset>" + "<url><loc>https://a.example/</loc></url>".repeat(60_000)).entries())
        .hasSize(Sitemap.MOST_ENTRIES);
  }

  @Test
  void expandsNoEntities() throws UnreadableSitemap {
    String body =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url>"
            + "<loc>https://a.example/&e;</loc></url></urlset>";

    assertThat(read(body).entries().get(0).getLink()).isEqualTo("https://a.example/&e;");
  }
}
