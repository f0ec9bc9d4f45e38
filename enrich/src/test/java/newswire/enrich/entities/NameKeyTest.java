package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  /** {@code language:name}, separated by commas. */
  private static List<String> keys(String names) {
    return Stream.of(names.split(",", -1))
        .map(String::strip)
        .map(name -> name.split(":", 2))
        .map(name -> NameKey.of(name[1], name[0]))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en:Alexei Navalny, ru:Алексей Навальный, ar:أليكسي نافالني, de:Alexej Nawalny",
        "en:Navalny, ru:Навальный, ar:نافالني, el:Ναβάλνι, hi:नवलनी",
        "en:Vladimir Putin, ru:Владимир Путин, ar:فلاديمير بوتين, de:Wladimir Putin, he:ולדימיר פוטין",
        "en:Joe Biden, ru:Джо Байден, ar:جو بايدن, el:Τζο Μπάιντεν, he:ג'ו ביידן",
        "en:Sergei Lavrov, ru:Сергей Лавров, ar:سيرغي لافروف, el:Σεργκέι Λαβρόφ, hi:सर्गेई लावरोव",
        "en:Hassan Rouhani, ru:Хасан Рухани, ar:حسن روحاني, fa:حسن روحانی, el:Χασάν Ροχανί",
        "en:Volodymyr Zelensky, uk:Володимир Зеленський, ar:فولوديمير زيلينسكي",
        "en:Bashar al-Assad, ar:بشار الأسد, ru:Башар аль-Асад",
        "en:Kyriakos Mitsotakis, el:Κυριάκος Μητσοτάκης, ar:كيرياكوس ميتسوتاكيس, ru:Кириакос Мицотакис",
        "en:Narendra Modi, hi:नरेन्द्र मोदी, ru:Нарендра Моди, ar:ناريندرا مودي",
        "en:Barack Obama, ru:Барак Обама, ar:باراك أوباما, he:ברק אובמה, el:Μπαράκ Ομπάμα",
        "en:Mahmoud Abbas, ar:محمود عباس, ru:Махмуд Аббас, he:מחמוד עבאס",
        "en:Alexander Lukashenko, ru:Александр Лукашенко, ar:ألكسندر لوكاشينكو",
        "en:Boris Johnson, ru:Борис Джонсон, ar:بوريس جونسون",
      })
  void isOneForOneNameInManyScripts(String names) {
    assertThat(keys(names)).as(names + " " + keys(names)).containsOnly(keys(names).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en:John Smith, en:Jane Smith",
        "ar:جون سميث, ar:جين سميث",
        "ru:Джон Смит, ru:Джейн Смит",
        "en:Hassan Nasrallah, en:Hussein Nasrallah",
        "ar:حسن نصر الله, ar:حسين نصر الله",
        "ru:Хасан Насралла, ru:Хусейн Насралла",
        "ru:Олег Иванов, ru:Ольга Иванова, ru:Иван Олегов",
        "en:Martin Keller, en:Martina Keller, en:Marta Keller",
        "ar:سامي كريم, ar:سامية كريم, ar:سمير كريم",
        "el:Γιώργος Παπανδρέου, el:Ανδρέας Παπανδρέου",
        "he:דוד לוי, he:דינה לוי, he:דוד כהן",
        "en:Vladimir Putin, ru:Дмитрий Медведев, ar:سيرغي لافروف, el:Αλέξης Τσίπρας",
        "en:Ali, en:Eli, en:Lee, ru:Ли, ar:علي",
        "zh:王毅, zh:王一, zh:李强, ja:アリ",
      })
  void tellsPeopleApart(String names) {
    assertThat(keys(names)).doesNotHaveDuplicates();
  }

  @Test
  void doesNotMindCaseAccentsMarksAndSpaces() {
    assertThat(keys("en:NAVALNY,en:Naválny,en: navalny ")).containsOnly(keys("en:Navalny").get(0));
    assertThat(keys("ar:نَافَالْنِي,ar:نافالـــني")).containsOnly(keys("ar:نافالني").get(0));
    assertThat(keys("ru:НАВАЛЬНЫЙ,ru:Навальный")).containsOnly(keys("ru:Навальный").get(0));
    assertThat(keys("tr:Ekrem İmamoğlu,tr:EKREM İMAMOĞLU"))
        .containsOnly(keys("tr:Ekrem Imamoglu").get(0));
  }

  @Test
  void survivesAnyName() {
    for (String name : Arrays.asList("", " ", "ـ", "ال", "-", "\uD842", "𠮷", "7", "ʼ", "'")) {
      assertThat(NameKey.of(name, "und")).isNotNull();
    }
    assertThat(NameKey.of("王毅", "zh")).isEqualTo("王毅");
  }
}
