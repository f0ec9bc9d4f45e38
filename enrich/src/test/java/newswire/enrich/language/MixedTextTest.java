package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.LanguageScore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MixedTextTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector();

  private static final String ARABIC =
      "أعلنت وزارة الصحة اليوم عن خطة جديدة لتطوير المستشفيات في جميع أنحاء البلاد قبل نهاية العام.";
  private static final String ENGLISH =
      "The health ministry announced a new plan today to develop hospitals across the country.";
  private static final String JAPANESE = "厚生労働省は今日、全国の病院を整備する新しい計画を発表した。計画は来年の春から始まる。";
  private static final String CHINESE = "卫生部今天宣布了一项在全国范围内发展医院的新计划。这项计划将从明年春天开始在各地实施。";
  private static final String RUSSIAN =
      "Министерство здравоохранения объявило сегодня о новом плане развития больниц по всей стране.";
  private static final String UKRAINIAN =
      "Міністерство охорони здоров'я оголосило сьогодні про новий план розвитку лікарень у країні.";

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  private static List<LanguageScore> shares(String... paragraphs) {
    String text = String.join("\n", paragraphs);
    Language whole = DETECTOR.detect(text, "");
    return MixedText.shares(DETECTOR, text, whole);
  }

  private static List<String> tags(String... paragraphs) {
    return shares(paragraphs).stream().map(LanguageScore::getTag).toList();
  }

  @Test
  void tellsTheSharesOfTwoLanguages() {
    assertThat(tags(ARABIC, ARABIC, ENGLISH)).containsExactly("ar", "en");
    assertThat(tags(JAPANESE, CHINESE, JAPANESE)).containsExactly("ja", "zh");
    assertThat(tags(RUSSIAN, UKRAINIAN, UKRAINIAN)).containsExactly("uk", "ru");
    assertThat(tags(ENGLISH, ARABIC, RUSSIAN)).containsExactlyInAnyOrder("en", "ar", "ru");
  }

  @Test
  void findsTheOtherOfTwoThatTakeTurns() {
    assertThat(tags(RUSSIAN, UKRAINIAN, RUSSIAN, UKRAINIAN, RUSSIAN)).containsExactly("ru", "uk");
  }

  @Test
  void countsLetters() {
    List<LanguageScore> shares = shares(CHINESE, JAPANESE, JAPANESE, CHINESE, CHINESE);
    assertThat(shares.get(0).getConfidence()).isBetween(0.5, 0.7);
    assertThat(shares.stream().mapToDouble(LanguageScore::getConfidence).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void saysNothingOfOneLanguage() {
    assertThat(shares()).isEmpty();
    assertThat(shares(ARABIC)).isEmpty();
    assertThat(shares(ARABIC, ARABIC, ARABIC)).isEmpty();
    assertThat(shares(CHINESE, CHINESE)).isEmpty();
    assertThat(shares(UKRAINIAN, UKRAINIAN, UKRAINIAN)).isEmpty();
  }

  @Test
  void overlooksCreditsAndNames() {
    assertThat(shares(ARABIC, "Reuters / John Smith", ARABIC)).isEmpty();
    assertThat(shares(JAPANESE, "AFP通信", JAPANESE)).isEmpty();
  }

  @Test
  void leavesOutWhatIsVeryLittle() {
    String[] paragraphs = new String[40];
    for (int i = 0; i < paragraphs.length; i++) {
      paragraphs[i] = i == 39 ? ENGLISH : ARABIC + " " + ARABIC + " " + ARABIC;
    }
    assertThat(shares(paragraphs)).isEmpty();
  }

  @Test
  void survivesSurrogatesAtTheCuts() {
    String odd = "a" + "𠮷".repeat(500);
    assertThat(shares(odd, "😀".repeat(100) + ENGLISH, odd)).isNotNull();
  }
}
