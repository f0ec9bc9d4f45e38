package newswire.enrich.page;

import static newswire.enrich.page.Raws.html;
import static newswire.enrich.page.Raws.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that give their text twice, or in pieces whose class says that they are around it. */
class RepeatedTextTest {

  private static final String ARABIC =
      "قال مسؤولون إن زلزالا قويا ضرب المنطقة صباح اليوم الثلاثاء. ";
  private static final String CHINESE = "官员表示，今天早上该地区发生强烈地震，造成多人受伤，救援正在进行。";
  private static final String RUSSIAN = "Власти сообщили утром о сильном землетрясении в горах. ";

  private static String first(String sentence) {
    return (sentence.repeat(4) + "1.").strip();
  }

  private static String second(String sentence) {
    return (sentence.repeat(9) + "2.").strip();
  }

  private static String third(String sentence) {
    return (sentence.repeat(3) + "3.").strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {ARABIC, CHINESE, RUSSIAN})
  void leavesOutACopyInOnePiece(String sentence) {
    String text = first(sentence) + " " + second(sentence) + " " + third(sentence);
    String page =
        "<article><h1>1</h1><p>"
            + String.join("</p><p>", first(sentence), second(sentence), third(sentence))
            + "</p><div>"
            + text
            + "</div></article>";
    assertThat(read(html(page)).getText())
        .isEqualTo(String.join("\n", first(sentence), second(sentence), third(sentence)));
  }

  @ParameterizedTest
  @ValueSource(strings = {ARABIC, CHINESE, RUSSIAN})
  void keepsAllPiecesOfANameThatHoldsMuchOfTheText(String sentence) {
    String page =
        "<div class=article-body><div class=widget-text><p>"
            + first(sentence)
            + "</p></div><figure></figure><div class=widget-text><p>"
            + second(sentence)
            + "</p></div></div>";
    assertThat(read(html(page)).getText()).isEqualTo(first(sentence) + "\n" + second(sentence));
  }
}
