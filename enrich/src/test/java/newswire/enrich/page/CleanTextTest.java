package newswire.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void makesOneSpaceOfAllKinds() {
    assertThat(CleanText.line(" a\u00A0\u2009 b\t\n\u3000c ")).isEqualTo("a b c");
  }

  @Test
  void keepsTheJoinerInsidePersianAndHindiWordsOnly() {
    assertThat(CleanText.line("می\u200Cخواهم \u200C و\u200C")).isEqualTo("می\u200Cخواهم و");
    assertThat(CleanText.line("क्\u200Dष")).isEqualTo("क्\u200Dष");
  }

  @Test
  void dropsWhatWouldCutAWordUnseen() {
    assertThat(CleanText.line("Re\u00ADgie\u200Brung \uFEFFقر\u200Eغيزستان"))
        .isEqualTo("Regierung قرغيزستان");
  }

  @Test
  void keepsADirectionMarkBesideASign() {
    assertThat(CleanText.line("(\u200Fالعربية\u200F)")).isEqualTo("(\u200Fالعربية\u200F)");
  }

  @Test
  void dropsControlsAndOverrides() {
    assertThat(CleanText.line("a\u0000b\u0007 \u202Ec\u2066d\uFFFD")).isEqualTo("ab cd");
  }

  @Test
  void composesLettersAndMarks() {
    assertThat(CleanText.line("e\u0301 が")).isEqualTo("é が");
  }

  @Test
  void keepsPairsAndDropsHalves() {
    assertThat(CleanText.line("𠮷野家 \uD83D x 👩\u200D🚀")).isEqualTo("𠮷野家 x 👩\u200D🚀");
  }

  @Test
  void leavesEmptyLinesOut() {
    assertThat(CleanText.lines("الأول\r\n\r\n 中文 \n\n")).isEqualTo("الأول\n中文");
  }

  @Test
  void comparesByLettersAndDigitsInAnyLocale() {
    assertThat(CleanText.skeleton("TITLE: I, 2!")).isEqualTo("titlei2");
  }
}
