package newswire.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StemsTest {

  @Test
  void cutEndingsOff() {
    assertThat(stems("Выборы, выборов и выборам")).containsExactly("выбор", "выбор", "и", "выбор");
    assertThat(stems("Crédit CREDIT crédito")).containsExactly("credi", "credi", "credi");
    assertThat(stems("\uD801\uDC28".repeat(7))).containsExactly("\uD801\uDC28".repeat(5));
  }

  @Test
  void takeArabicArticlesAndEndingsOff() {
    assertThat(stems("المدينة ومدينة والمدن")).containsExactly("مدين", "مدين", "مدن");
    assertThat(stems("الإِسلام الاسلام ١٢٣")).containsExactly("اسلام", "اسلام", "123");
  }

  @Test
  void pairCharactersOfScriptsWithoutSpaces() {
    assertThat(stems("北京大学 GDP増")).containsExactly("北京", "京大", "大学", "gdp");
    assertThat(stems("대통령은")).containsExactly("대통", "통령", "령은");
    assertThat(stems("がある")).containsExactly("があ", "ある");
  }

  @Test
  void keepMarksThatAreLetters() {
    assertThat(stems("हिन्दी")).containsExactly("हिन्द");
  }

  private static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    Stems.of(text, stems::add);
    return stems;
  }
}
