package newswire.enrich.page;

import static newswire.enrich.page.Raws.html;
import static newswire.enrich.page.Raws.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import newswire.schemas.avro.Article;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePageTest {

  private static final String HEAD = "<title>عنوان</title><meta name=description content='ملخص'>";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static Article soon(String html) {
    return Assertions.assertTimeout(SOON, () -> read(html(html)));
  }

  private static void readOrReject(String html) {
    try {
      soon(html);
    } catch (UnreadablePage e) {
      assertThat(e).hasMessageStartingWith("There is neither a title nor text");
    }
  }

  @Test
  void givesTitleAndSummaryOfAPageNestedTooDeep() {
    Article article = soon(HEAD + "<div>".repeat(50_000) + "<p>نص</p>");
    assertThat(article.getTitle()).isEqualTo("عنوان");
    assertThat(article.getSummary()).isEqualTo("ملخص");
    assertThat(article.getText()).isEmpty();
    assertThat(article.getExtraction().getStatus()).isEqualTo("the page is nested over 512 deep");
  }

  @Test
  void givesTitleAndSummaryOfAPageWithTooManyNodes() {
    Article article = soon(HEAD + "<p>字</p>".repeat(150_000));
    assertThat(article.getTitle()).isEqualTo("عنوان");
    assertThat(article.getExtraction().getStatus()).isEqualTo("the page has over 200,000 nodes");
  }

  @Test
  void givesTitleAndSummaryOfAPageTooLarge() {
    Article article = soon(HEAD + "<p>" + "text ".repeat(1_100_000));
    assertThat(article.getSummary()).isEqualTo("ملخص");
    assertThat(article.getExtraction().getStatus()).isEqualTo("the page is over 5 MB");
  }

  @Test
  void survivesHugeAttributes() {
    String classes = "article-body-".repeat(100_000);
    assertThat(soon(HEAD + "<div class='" + classes + "'><p>" + "نص طويل ".repeat(60)).getText())
        .startsWith("نص طويل");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<<<>>>",
        "<p",
        "<a href='",
        "<!--",
        "<![CDATA[",
        "<table><td><table><tr><p>",
        "</html></body>",
        "<script>document.write('<p>",
        "<svg><p><math><mi><p>",
        "&#x110000;&#xD800;&bogus;&",
        "<frameset><frame>",
        "<script type='application/ld+json'>[[[[[{\"@type\":{}}",
        "<meta charset='utf-7'>",
        "<html lang='\u0000x'>"
      })
  void survivesBrokenMarkup(String broken) {
    assertThat(soon(HEAD + broken).getTitle()).isEqualTo("عنوان");
    assertThatNoException().isThrownBy(() -> readOrReject(broken + HEAD));
  }

  @Test
  void survivesDeepLinkedData() {
    String deep = "{\"@graph\":[".repeat(5_000);
    assertThat(soon(HEAD + "<script type='application/ld+json'>" + deep + "</script>").getTitle())
        .isEqualTo("عنوان");
  }

  @Test
  void survivesManyBackToBackSeparatorsInTheTitle() {
    assertThat(soon("<title>" + "a | ".repeat(20_000) + "</title>").getTitle()).startsWith("a |");
  }
}
