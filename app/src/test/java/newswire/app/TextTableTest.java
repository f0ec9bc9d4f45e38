package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void putsTextLeftAndNumbersRight() {
    assertThat(
            new TextTable("source", "articles")
                .row("الجزيرة", 7)
                .row("Новости", 1_234)
                .row("新闻", 56)
                .toString())
        .isEqualTo(
            """
            source   articles
            الجزيرة         7
            Новости      1234
            新闻             56
            """);
  }
}
