package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LanguageStageTest {

  private final LanguageStage stage = new LanguageStage(new LanguageDetector());

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  private String tag(String title, String text) {
    Article article = Article.newBuilder().setTitle(title).setText(text).build();
    return stage.apply(article).getLanguage().getTag();
  }

  @Test
  void readsTitleAndTextTogether() {
    assertThat(tag("عاجل", "")).isEqualTo("ar");
    assertThat(tag("", "政府今天宣布新的计划。")).isEqualTo("zh");
    assertThat(tag("Live", "Правительство объявило сегодня о новом плане развития."))
        .isEqualTo("ru");
  }

  @Test
  void leavesAllElseAlone() {
    Article article = Article.newBuilder().setId("1").setTitle("عاجل").build();
    Article read = stage.apply(article);
    assertThat(Article.newBuilder(read).setLanguage(article.getLanguage()).build())
        .isEqualTo(article);
  }
}
