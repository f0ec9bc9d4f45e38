package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.LanguageScore;
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
  void tellsTheSharesOfLanguages() {
    String arabic = "أعلنت وزارة الصحة اليوم عن خطة جديدة لتطوير المستشفيات في جميع أنحاء البلاد";
    String chinese = "卫生部今天宣布了一项在全国范围内发展医院的新计划，这项计划将从明年春天开始在各地实施。";
    Article article =
        Article.newBuilder().setText(String.join("\n", arabic, chinese, arabic)).build();
    assertThat(stage.apply(article).getLanguage().getShares())
        .extracting(LanguageScore::getTag)
        .containsExactly("ar", "zh");
  }

  @Test
  void roundsToFourDecimals() {
    String arabic = "أعلنت وزارة الصحة اليوم عن خطة جديدة لتطوير المستشفيات في جميع أنحاء البلاد";
    String persian = "دولت امروز از برنامه تازه خود برای گسترش بیمارستان‌ها در سراسر کشور خبر داد";
    String chinese = "卫生部今天宣布了一项在全国范围内发展医院的新计划，这项计划将从明年春天开始在各地实施。";
    Article article =
        Article.newBuilder().setText(String.join("\n", arabic, persian, chinese)).build();
    Language language = stage.apply(article).getLanguage();
    assertThat(language.getShares()).isNotEmpty();
    assertThat(language.getAlternatives()).isNotEmpty();
    List<Double> confidences = new ArrayList<>(List.of(language.getConfidence()));
    language.getShares().forEach(share -> confidences.add(share.getConfidence()));
    language.getAlternatives().forEach(other -> confidences.add(other.getConfidence()));
    assertThat(confidences)
        .allSatisfy(c -> assertThat(BigDecimal.valueOf(c).scale()).isLessThanOrEqualTo(4));
  }

  @Test
  void leavesAllElseAlone() {
    Article article = Article.newBuilder().setId("1").setTitle("عاجل").build();
    Article read = stage.apply(article);
    assertThat(Article.newBuilder(read).setLanguage(article.getLanguage()).build())
        .isEqualTo(article);
  }
}
