package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names mean in the company of others. */
class ContextTest {

  private static final EntityLinker LINKER = new EntityLinker();

  private static List<NameIndex.Found> find(String language, String text) {
    return LINKER.find(text, language);
  }

  private static String ids(String language, String text) {
    return find(language, text).stream()
        .map(found -> found.entry().id() + (found.isDemonym() ? "*" : ""))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The Rome Statute and the Paris Agreement | nw:treaty/rome-statute nw:treaty/paris-agreement",
        "en | Talks in Rome | nw:place/rome",
        "ar | اتفاق باريس للمناخ | nw:treaty/paris-agreement",
        "ru | Римский статут | nw:treaty/rome-statute",
        "zh | 巴黎协定生效 | nw:treaty/paris-agreement",
      })
  void theLongerNameWins(String language, String text, String ids) {
    assertThat(ids(language, text)).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Georgian troops left Tbilisi; Georgia protested | GE* nw:place/tbilisi GE",
        "en | Jordan scored twice | ''",
        "en | King Abdullah II met envoys in Amman; Jordan agreed | nw:place/amman JO",
        "ar | وصل إلى مسقط ثم عاد وفد عمان | nw:place/muscat OM",
      })
  void anAmbiguousNameNeedsAnotherOfTheSame(String language, String text, String ids) {
    assertThat(ids(language, text).replace("nw:person/abdullah-ii ", "")).isEqualTo(ids);
  }

  @Test
  void aBaseIsNotAlQaeda() {
    assertThat(ids("ar", "قصف قاعدة عسكرية قرب الحدود")).isEmpty();
    assertThat(ids("ar", "هاجم تنظيم القاعدة قرية")).isEqualTo("nw:org/al-qaeda");
    assertThat(ids("en", "The who is who of a fed farm")).isEmpty();
    assertThat(ids("en", "The Fed raised rates")).isEqualTo("nw:org/federal-reserve");
    assertThat(ids("en", "Fed up farmers")).isEmpty();
    assertThat(ids("en", "WHO WILL WIN THE RACE")).isEmpty();
    assertThat(ids("en", "The WHO warned")).isEqualTo("nw:org/who");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | الجنود الفرنسيون والفرنسية ولبنانيين | FR* FR* LB*",
        "he | החיילים הצרפתים וישראלית | FR* IL*",
        "fa | سربازان فرانسوی و ایرانی‌ها | FR* IR*",
        "ru | французские солдаты и украинский врач | FR* UA*",
        "de | Französische Soldaten und ein ukrainischer Arzt | FR* UA*",
        "tr | Fransız askerleri ve Ukraynalı doktor | FR* UA*",
        "hi | भारतीय सैनिक | IN*",
      })
  void adjectivesMeanTheCountryButAreNoNames(String language, String text, String ids) {
    assertThat(ids(language, text)).isEqualTo(ids);
    assertThat(find(language, text)).allMatch(found -> found.confidence() < 0.8);
  }

  @Test
  void findsNamesOfOtherScripts() {
    assertThat(ids("en", "The ministry (北京) and الأمم المتحدة said"))
        .isEqualTo("nw:place/beijing nw:org/un");
    assertThat(ids("ar", "قالت شركة Google في California"))
        .isEqualTo("nw:org/google nw:place/california");
    assertThat(ids("zh", "联合国与NATO及Россия")).isEqualTo("nw:org/un nw:org/nato RU");
  }

  @Test
  void keepsOffsetsAmongMarks() {
    String text = "\u202B(\u200Fوَفَـرَنْـسَا\u200E)\u202C 😀 ایران\u200Cها 𐍈 France\u2069";
    List<NameIndex.Found> found = find("ar", text);
    assertThat(found.stream().map(f -> text.substring(f.start(), f.end())))
        .contains("فَـرَنْـسَا", "France");
    assertThat(ids("zh", "𠮷\u200E日\u200D本")).isEqualTo("JP");
    assertThat(ids("he", "\u200Fבְּצָרְפַת")).isEqualTo("FR");
  }

  @Test
  void givesOneEntityToAllItsNames() {
    assertThat(find("ar", "قيرغيزستان وقرغيزستان والقيرغيزي وKyrgyzstan والكيان 吉尔吉斯斯坦"))
        .extracting(found -> found.entry().id())
        .containsOnly("KG")
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void saysWhetherItCanOnlyMeanThis() {
    assertThat(find("en", "Talks in France")).allMatch(NameIndex.Found::unambiguous);
    NameIndex.Found georgia = find("en", "Tbilisi, Georgia").get(1);
    assertThat(georgia.unambiguous()).isFalse();
    assertThat(georgia.confidence()).isLessThan(0.9);
  }
}
