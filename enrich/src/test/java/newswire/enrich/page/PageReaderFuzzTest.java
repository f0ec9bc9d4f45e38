package newswire.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;

/** Fuzzes with JAZZER_FUZZ=1; otherwise tries the inputs in the tree. */
class PageReaderFuzzTest {

  private static final PageReader READER = new PageReader();

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreAnArticleOrAReason(byte[] page) {
    RawArticle raw = Raws.bytes(page, "text/html").setUrl("https://a.example/x").build();
    try {
      Article article = READER.read(raw);

      assertThat(article.getTitle() + article.getText()).isNotEmpty();
      assertThat(article.getTitle()).doesNotContain("\n").isEqualTo(article.getTitle().strip());
      assertThat(article.getText().lines()).allMatch(line -> line.equals(CleanText.line(line)));
      assertThat(READER.read(raw)).isEqualTo(article);
    } catch (UnreadablePage e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
