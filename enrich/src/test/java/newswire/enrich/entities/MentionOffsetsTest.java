package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Mention;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionOffsetsTest {

  private static final EntityStage STAGE = new EntityStage();

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  private static List<Mention> mentions(String language, String text) {
    Article article =
        Article.newBuilder()
            .setText(text)
            .setLanguage(new Language(language, 1.0, List.of(), List.of()))
            .build();
    List<Mention> mentions =
        STAGE.apply(article).getEntities().stream()
            .map(Entity::getMentions)
            .flatMap(List::stream)
            .toList();
    for (Mention mention : mentions) {
      int start = text.offsetByCodePoints(0, mention.getStart());
      int end = text.offsetByCodePoints(0, mention.getEnd());
      assertThat(text.substring(start, end)).isEqualTo(mention.getText());
    }
    return mentions;
  }

  @Test
  void countsCodePointsAfterSurrogatePairs() {
    Mention mention =
        mentions("zh", "𠮷野家在🚀日本").stream()
            .filter(any -> any.getText().equals("日本"))
            .findFirst()
            .orElseThrow();
    assertThat(mention.getStart()).isEqualTo(5);
    assertThat(mention.getEnd()).isEqualTo(7);
    assertThat(mentions("en", "😀😀 France").get(0).getStart()).isEqualTo(3);
    assertThat(mentions("ar", "🚀 وفرنسا 🚀").get(0).getStart()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | فِي قِيرْغِيزِسْتَانَ اليوم | قِيرْغِيزِسْتَانَ",
        "ar | في قـــرغيـزســتان اليوم | قـــرغيـزســتان",
        "ar | (\u200Fوفرنسا\u200F) | فرنسا",
        "ar | وَبِفِرَنْسا | فِرَنْسا",
        "ar | قر\u200Eغيزستان | قر\u200Eغيزستان",
        "fa | در اسلام\u200Cآباد پایتخت | اسلام\u200Cآباد",
        "fa | ایران\u200C است | ایران",
        "hi | भारत\u200D में | भारत",
        "tr | İRAN'da | İRAN",
        "en | \u202AFrance\u202C | France",
        "en | the United\u00A0States of course | United\u00A0States",
      })
  void standsExactlyWhereTheTextSaysIt(String language, String text, String mention) {
    assertThat(mentions(language, text)).extracting(Mention::getText).contains(mention);
  }

  @Test
  void keepsTheOrderOfTheText() {
    String text = "سوريا ثم لبنان ثم سوريا ثم العراق";
    assertThat(mentions("ar", text))
        .extracting(Mention::getText)
        .containsExactly("سوريا", "سوريا", "لبنان", "العراق");
  }

  @Test
  void survivesAnyText() {
    assertThat(mentions("ar", "")).isEmpty();
    assertThat(mentions("ar", "\u064B\u0640\u200F و ف ب ل ك ال لل")).isEmpty();
    assertThat(mentions("he", "ו ב ל")).isEmpty();
    assertThat(mentions("zh", "\uD842 半 \uDFB7")).isEmpty();
    assertThat(mentions("ar", "ـ".repeat(50_000) + "و".repeat(50_000))).isEmpty();
  }
}
