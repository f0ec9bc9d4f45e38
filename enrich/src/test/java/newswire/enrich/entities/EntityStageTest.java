package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Mention;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityStageTest {

  private static final EntityStage STAGE = new EntityStage();

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  private static List<Entity> entities(String language, String title, String text) {
    Article article =
        Article.newBuilder()
            .setTitle(title)
            .setText(text)
            .setLanguage(new Language(language, 1.0, List.of(), List.of()))
            .build();
    return STAGE.apply(article).getEntities();
  }

  private static String ids(String language, String text) {
    return String.join(
        " ", entities(language, "", text).stream().map(e -> e.getId().orElse("NIL")).toList());
  }

  /** Without what only the tagger takes for a name, rightly or not. */
  private static String linked(String language, String text) {
    return ids(language, text).replace("NIL", "").trim();
  }

  private static List<String> mentions(String language, String text) {
    return entities(language, "", text).stream()
        .flatMap(entity -> entity.getMentions().stream())
        .map(Mention::getText)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | وصل الوزير من بيشكيك إلى باريس وبرلين | nw:place/bishkek nw:place/paris nw:place/berlin",
        "ar | بين إيران والولايات المتحدة والأمم المتحدة | IR US nw:org/un",
        "fa | رئیس‌جمهور ایران در آلمان و اسلام‌آباد | IR DE nw:place/islamabad",
        "ur | پاکستان اور بھارت کے درمیان | PK IN",
        "zh | 中国和美国在北京会谈，印度尼西亚也参加 | CN US nw:place/beijing ID",
        "ja | 日本の首相は東京でイランの外相と会談した | JP nw:place/tokyo IR",
        "th | ไทยและญี่ปุ่น | TH JP",
        "ru | Президент Украины в Москве, делегация Саудовской Аравии | UA nw:place/moscow SA",
        "uk | Делегація Польщі прибула до України | PL UA",
        "hi | भारत और चीन के बीच नई दिल्ली में वार्ता | IN CN nw:place/new-delhi",
        "tr | Türkiye'nin başkenti Ankara'da İran ve Rusya | TR nw:place/ankara IR RU",
        "en | The United Nations met Turkey's and Guinea-Bissau's envoys in Geneva | nw:org/un TR GW nw:place/geneva",
        "de | Die Botschafter Deutschlands und Österreichs in den Vereinigten Staaten | DE AT US",
        "ko | 이란은 미국의 제재를 비판했다 | IR US",
        "he | נשיא צרפת הגיע לישראל | FR IL",
        "bn | ভারতের প্রধানমন্ত্রী ঢাকা ও বাংলাদেশে | IN nw:place/dhaka BD",
        "hu | Magyarországon és Németországban | HU DE",
      })
  void findsCountriesAndCities(String language, String text, String ids) {
    assertThat(ids(language, text)).isEqualTo(ids);
  }

  @Test
  void makesOneEntityOfTwoSpellings() {
    List<Entity> entities = entities("ar", "", "قيرغيزستان بلد. زار قرغيزستان ثم غادر بقرغيزستان");
    assertThat(entities).hasSize(1);
    assertThat(entities.get(0).getId()).contains("KG");
    assertThat(entities.get(0).getName()).isEqualTo("Kyrgyzstan");
    assertThat(entities.get(0).getType()).isEqualTo(EntityType.PLACE);
    assertThat(entities.get(0).getMethod()).isEqualTo("gazetteer");
    assertThat(entities.get(0).getMentions())
        .extracting(Mention::getText)
        .containsExactly("قيرغيزستان", "قرغيزستان", "قرغيزستان");
  }

  @Test
  void leavesParticlesOutOfTheMention() {
    assertThat(mentions("ar", "وبفرنسا وبإيران ولبنان")).containsExactly("فرنسا", "إيران", "لبنان");
    assertThat(mentions("ar", "سافر للولايات المتحدة")).containsExactly("للولايات المتحدة");
  }

  @Test
  void isNotFooledByWordsThatLookLikeNames() {
    assertThat(ids("ar", "تقرير مالي عن مسقط رأسه")).isEmpty();
    // New Jersey is a name, but not of the gazetteer.
    assertThat(ids("en", "He told us of a turkey, a chad and New Jersey, and the china cup."))
        .isEqualTo("NIL");
    assertThat(linked("zh", "发展中国家的经济")).isEmpty();
    assertThat(linked("ja", "アイランドの観光")).isEmpty();
    assertThat(ids("th", "ลาวาไหล")).isEmpty();
    assertThat(ids("ru", "Индийский океан")).isEmpty();
    assertThat(linked("fr", "UN et EU")).isEmpty();
  }

  @Test
  void takesTheLongestName() {
    assertThat(ids("en", "Guinea, Equatorial Guinea and Papua New Guinea")).isEqualTo("GN GQ PG");
    assertThat(ids("ar", "كوريا الجنوبية وكوريا الشمالية")).isEqualTo("KR KP");
    assertThat(ids("zh", "几内亚比绍和几内亚")).isEqualTo("GW GN");
    assertThat(ids("ru", "Южный Судан и Судан")).isEqualTo("SS SD");
  }

  @Test
  void keepsNigerFromNigeria() {
    assertThat(ids("ru", "из Нигера и из Нигерии")).isEqualTo("NE NG");
  }

  @Test
  void addsWhatTheTitleAloneNamesWithoutMentions() {
    List<Entity> entities = entities("ar", "زلزال في تركيا", "شعر به سكان سوريا");
    assertThat(entities).extracting(Entity::getName).containsExactly("Syria", "Türkiye");
    assertThat(entities.get(1).getMentions()).isEmpty();
  }

  @Test
  void readsTextOfUnknownLanguage() {
    assertThat(ids("und", "France, فرنسا, Россия, 日本")).isEqualTo("FR RU JP");
  }
}
