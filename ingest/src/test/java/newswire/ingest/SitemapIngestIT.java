package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import org.junit.jupiter.api.Test;

/** From an index of sitemaps, through its news sitemaps, to articles. */
class SitemapIngestIT extends SiteAndWorld {

  private void index(String... sitemaps) {
    StringBuilder index = new StringBuilder("<sitemapindex>");
    for (int i = 0; i < sitemaps.length; i++) {
      index.append("<sitemap><loc>" + site.url(sitemaps[i]) + "</loc>");
      index.append("<lastmod>2026-03-0" + (9 - i) + "</lastmod></sitemap>");
    }
    site.serve("/index.xml", "application/xml", index + "</sitemapindex>");
  }

  /** A news sitemap of pages, whose paths are made of its own and a number. */
  private void news(String path, String language, String... titles) {
    StringBuilder urls =
        new StringBuilder(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>");
    for (int i = 0; i < titles.length; i++) {
      String page = path + "/" + i;
      site.serve(page, "text/html; charset=utf-8", "<html><p>" + titles[i] + "</p></html>");
      urls.append("<url><loc>" + site.url(page) + "</loc><news:news><news:publication>");
      urls.append("<news:language>" + language + "</news:language></news:publication>");
      urls.append("<news:publication_date>2026-03-10T0" + i + ":00:00Z</news:publication_date>");
      urls.append("<news:title>" + titles[i] + "</news:title></news:news></url>");
    }
    site.serve(path, "application/xml", urls + "</urlset>");
  }

  private List<FeedEntry> entries() {
    return world.articles().stream().map(a -> a.getEntry().orElseThrow()).toList();
  }

  @Test
  void writesEveryArticleOfItsSitemapsOnce() {
    index("/ar.xml", "/zh.xml", "/ru.xml");
    news("/ar.xml", "ar", "فيضان النهر", "انتخابات البلدية");
    news("/zh.xml", "zh", "河水上涨");
    news("/ru.xml", "ru", "Паводок на реке");
    Source sitemap =
        Source.newBuilder(TestWorld.source("map", site.url("/index.xml")).build())
            .setKind(SourceKind.SITEMAP)
            .build();
    world.publish(sitemap);
    IngestWorker worker = world.worker("1");
    await().atMost(PATIENCE).until(() -> worker.idle() && site.count("/index.xml") >= 3);

    assertThat(entries())
        .extracting(FeedEntry::getTitle)
        .containsExactlyInAnyOrder("فيضان النهر", "انتخابات البلدية", "河水上涨", "Паводок на реке");
    assertThat(entries())
        .extracting(FeedEntry::getLanguage)
        .containsExactlyInAnyOrder("ar", "ar", "zh", "ru");
    for (RawArticle article : world.articles()) {
      assertThat(UTF_8.decode(article.getBody().duplicate()).toString())
          .contains(article.getEntry().orElseThrow().getTitle());
      assertThat(article.getEntry().orElseThrow().getPublished()).isPresent();
    }
    assertThat(site.count("/ar.xml/0")).isEqualTo(1);
    long asked = site.count("/ru.xml");

    news("/ru.xml", "ru", "Паводок на реке", "Мост открыт");

    await().atMost(PATIENCE).until(() -> world.articles().size() == 5);
    await().atMost(PATIENCE).until(() -> site.count("/ru.xml") > asked + 2);
    assertThat(entries()).extracting(FeedEntry::getTitle).hasSize(5).contains("Мост открыт");
    assertThat(site.count("/ru.xml/0")).isEqualTo(1);
  }
}
