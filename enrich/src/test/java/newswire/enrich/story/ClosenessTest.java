package newswire.enrich.story;

import static newswire.enrich.story.Reports.closeness;
import static newswire.enrich.story.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import newswire.schemas.avro.Sketch;
import org.junit.jupiter.api.Test;

class ClosenessTest {

  private static final double ENOUGH = Brake.enough(Duration.ZERO, 0);

  private final Sketch ferry =
      report(
          "en",
          0,
          "Ferry with 212 aboard runs aground off Skagen",
          "Rescuers brought passengers ashore after the ferry Halvorsen hit a sandbank off Skagen.");
  private final Sketch ferryLater =
      report(
          "en",
          5,
          "All passengers safe after ferry grounding",
          "A ferry that ran aground on a sandbank near Skagen was emptied by rescuers overnight.");
  private final Sketch budget =
      report(
          "en",
          5,
          "Parliament passes budget after long night",
          "Lawmakers agreed on the budget after the coalition settled its dispute over pensions.");

  @Test
  void reportsOfOneEventAreCloserThanOfTwo() {
    assertThat(closeness(ferry, ferryLater)).isGreaterThan(2 * closeness(ferry, budget));
    assertThat(closeness(ferry, ferry)).isGreaterThan(.85);
  }

  @Test
  void readsArabicChineseAndInflectedWords() {
    Sketch arabic = report("ar", 0, "زلزال يضرب المدينة", "ضرب زلزال قوي مدينة أغادير وقتل عشرة");
    Sketch arabicToo = report("ar", 1, "الزلزال في أغادير", "قتلى بعد زلزال بأغادير المدينة");
    assertThat(closeness(arabic, arabicToo)).isGreaterThan(ENOUGH);
    Sketch chinese = report("zh", 0, "花莲发生地震", "花莲县今晨发生六级地震，造成三人受伤。");
    Sketch chineseToo = report("zh", 1, "地震袭击花莲", "三人在花莲县地震中受伤。");
    assertThat(closeness(chinese, chineseToo)).isGreaterThan(ENOUGH);
    Sketch russian =
        report("ru", 0, "Пожар на заводе в Туле", "На тульском заводе произошёл пожар");
    Sketch russianToo = report("ru", 1, "Пожары на заводах", "После пожара на туле завод закрыт");
    assertThat(closeness(russian, russianToo)).isGreaterThan(ENOUGH);
  }

  @Test
  void growsLessWithTimeAndIsTheSameBothWays() {
    Sketch muchLater =
        report("en", 24 * 6, ferryLater.getTitle(), "A ferry ran aground near Skagen.");
    assertThat(closeness(ferry, muchLater)).isLessThan(closeness(ferry, ferryLater) / 2);
    assertThat(closeness(ferryLater, ferry)).isEqualTo(closeness(ferry, ferryLater));
  }

  @Test
  void aStoryBecomesHarderToJoinTheOlderItIs() {
    assertThat(Brake.enough(Duration.ofDays(8), 9)).isGreaterThan(Brake.enough(Duration.ZERO, 0));
    assertThat(Brake.joins(.3, Duration.ofDays(30), 30)).isFalse();
  }

  @Test
  void comparesLanguagesByEntities() {
    Sketch german = report("de", 0, "Titel", "Text", "dk", "skagen", "~HLFRSN");
    Sketch danish = report("da", 1, "Overskrift", "Tekst", "dk", "skagen", "~HLFRSN");
    Sketch other = report("da", 1, "Overskrift", "Tekst", "dk", "kopenhagen");
    double same = Closeness.across(Features.of(german), Features.of(danish));
    assertThat(same).isGreaterThan(Closeness.across(Features.of(german), Features.of(other)));
    assertThat(pairs(german)).containsExactlyInAnyOrderElementsOf(pairs(danish));
    assertThat(pairs(german)).doesNotContainAnyElementsOf(pairs(other));
  }

  private static List<Features.Lookup> pairs(Sketch sketch) {
    return Features.of(sketch).lookups().stream()
        .filter(lookup -> lookup.by() == Features.By.PAIR)
        .toList();
  }
}
