package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParagraphsTest {

  private static final String ARABIC = "تابعوا آخر الأخبار على قناتنا";
  private static final String CHINESE = "欢迎关注本报官方微信公众号。";
  private static final String RUSSIAN = "Подписывайтесь на наш канал.";

  @Test
  void hashesArePartOfTheDataFormat() {
    assertThat(Paragraphs.of(ARABIC).hashes()).containsExactly(4224578075417868498L);
    assertThat(Paragraphs.of(CHINESE).hashes()).containsExactly(9151635784756370799L);
    assertThat(Paragraphs.of(RUSSIAN).hashes()).containsExactly(1486534544011619336L);
  }

  @Test
  void differByTheirWordsOnly() {
    assertThat(Paragraphs.of("«" + RUSSIAN.toUpperCase(Locale.ROOT) + "»!"))
        .isEqualTo(Paragraphs.of(RUSSIAN));
    assertThat(Paragraphs.of(ARABIC.replace("آ", "ا") + "\n* * *\n\n")).isEqualTo(Paragraphs.of(ARABIC));
    assertThat(Paragraphs.of(CHINESE.replace("本", "该"))).isNotEqualTo(Paragraphs.of(CHINESE));
  }

  @Test
  void areLeftOutOfABody() {
    for (String footer : List.of(ARABIC, CHINESE, RUSSIAN)) {
      Set<Long> left = Paragraphs.of(footer).hashes();
      String body = "نص أول\n第二段\n" + footer + "\nтретий";
      assertThat(Paragraphs.without(body, left)).isEqualTo("نص أول\n第二段\nтретий");
      assertThat(Paragraphs.without(body, Set.of())).isEqualTo(body);
    }
  }

  @Test
  void aBodyIsNotLeftEmpty() {
    Set<Long> left = Paragraphs.of(ARABIC + "\n" + CHINESE).hashes();
    String body = ARABIC + "\n***\n" + CHINESE;
    assertThat(Paragraphs.without(body, left)).isEqualTo(body);
  }

  @Test
  void ofALongTextBothEndsCount() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("абзац номер ").append(i).append('\n');
    }
    Set<Long> hashes = Paragraphs.of(text + CHINESE).hashes();
    assertThat(hashes).hasSize(Paragraphs.FIRST + Paragraphs.LAST);
    assertThat(hashes).containsAll(Paragraphs.of(CHINESE).hashes());
    assertThat(hashes).containsAll(Paragraphs.of("абзац номер 0").hashes());
  }
}
