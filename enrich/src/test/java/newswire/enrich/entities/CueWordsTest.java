package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueWordsTest {

  private static CueWords read(String file, String language) throws IOException {
    return CueWords.read(new StringReader(file), language);
  }

  @ParameterizedTest
  @CsvSource({
    "fa, رييس جمهور, TITLE",
    "he, דר, HONORIFIC",
    "hi, हाई कोर्ट, ORGLAST",
    "ur, نے, SAYS",
    "bn, জেলার, PLACELAST",
  })
  void knowsWordsByTheirFold(String language, String writing, Cue cue) {
    assertThat(CueWords.of(language).get(Tokens.writing(writing))).contains(cue);
    assertThat(CueWords.of(language + "-x-news").isEmpty()).isFalse();
  }

  @Test
  void hasNoneOfOtherLanguages() {
    assertThat(CueWords.of("ar").isEmpty()).isTrue();
    assertThat(CueWords.of("hi").get("نے")).isEmpty();
  }

  @Test
  void saysWhereAKindIsUnknown() {
    assertThatThrownBy(() -> read("# kinds\nfa\tgiven\tسارا\nhi\tgivn\tरवि\n", "fa"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "cue-rules.tsv, line 3: there is no kind givn; kinds are honorific, title, office");
    assertThatThrownBy(() -> read("hi given रवि\n", "fa"))
        .hasMessage(
            "cue-rules.tsv, line 1: language, kind and entries are needed, separated by tabs");
  }
}
