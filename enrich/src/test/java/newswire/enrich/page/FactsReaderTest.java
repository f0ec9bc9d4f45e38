package newswire.enrich.page;

import static newswire.enrich.page.Raws.html;
import static newswire.enrich.page.Raws.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newswire.schemas.avro.Article;
import org.junit.jupiter.api.Test;

class FactsReaderTest {

  private static final String LINKED =
      """
      <script type='application/ld+json'>{"@type":"NewsArticle","headline":"وصول الوفد",
      "datePublished":"2026-03-01","dateModified":"2026-03-02T08:00:00+03:00",
      "author":{"@id":"#a"},"image":["/a.jpg"],"isAccessibleForFree":"False",
      "publisher":{"name":"الصحيفة"},"mainEntity":{"@type":"Person","@id":"#a","name":"سارة أحمد"}}
      </script>
      """;

  @Test
  void readsChangePictureAndAccess() {
    Article article = read(html(LINKED + "<h1>وصول الوفد</h1>"));

    assertThat(article.getModified()).contains(Instant.parse("2026-03-02T05:00:00Z"));
    assertThat(article.getImageUrl()).isEqualTo("https://www.example.org/a.jpg");
    assertThat(article.getFreeAccess()).contains(false);
    assertThat(article.getAuthors()).containsExactly("سارة أحمد");
  }

  @Test
  void believesAFinerTimeOfTheSameDayOnly() {
    String sameDay = "<time datetime='2026-03-01T10:00:00Z'>10:00</time>";
    String otherDay = "<time datetime='2026-02-01T10:00:00Z'>10:00</time>";

    assertThat(read(html(LINKED + sameDay)).getPublished())
        .contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(read(html(LINKED + otherDay)).getPublished())
        .contains(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void readsAVisibleDateWhereNothingElseTells() {
    assertThat(read(html("<h1>标题</h1><p class=date>2026年3月1日 10:20</p>")).getPublished())
        .contains(Instant.parse("2026-03-01T10:20:00Z"));
    assertThat(read(html("<h1>Titel</h1><p class=datum>21.03.2026</p>")).getPublished())
        .contains(Instant.parse("2026-03-21T00:00:00Z"));
    assertThat(read(html("<h1>Title</h1><p class=date>03/04/2026</p>")).getPublished()).isEmpty();
  }

  @Test
  void takesAVisibleBylineBeforeTheOutlet() {
    String page =
        "<meta property=og:site_name content=Bote><meta name=author content=Bote>"
            + "<h1>Titel der Seite</h1><p class=byline>Von Anna Berg</p>";
    assertThat(read(html(page)).getAuthors()).containsExactly("Anna Berg");
    assertThat(read(html(page.replace("Von Anna Berg", ""))).getAuthors()).containsExactly("Bote");
  }

  @Test
  void readsTextThatOnlyScriptsWouldShow() {
    String paragraph = "\\u003cp class=\\\"x\\\"\\u003e" + "대표는 오늘 회의를 열었다. ".repeat(20);
    String page =
        "<title>제목</title><div id=root></div><script>push([1,\"a:"
            + paragraph.repeat(3)
            + "\"])</script>";
    Article article = read(html(page));
    assertThat(article.getExtraction().getRule()).isEqualTo("script");
    assertThat(article.getText()).contains("대표는 오늘 회의를 열었다.");
  }
}
