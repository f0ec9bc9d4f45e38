package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest {

  private static List<String> runs(String text) {
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    Runs runs = new Runs();
    tokens.read(text);
    facts.read(text, tokens);
    runs.read(tokens, facts);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tokens.count; i++) {
      if (runs.has(i) && runs.from(i) == i) {
        found.add(text.substring(tokens.start[i], tokens.end[runs.to(i) - 1]));
      }
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "she joined the University of the Arts in London | University of the Arts, London",
        "we met Smith & Sons of Leeds and left | Smith & Sons of Leeds",
        "the EU and of the same | EU",
        "Вчера Анна Белова уехала | Вчера Анна Белова",
        "وصل كريم إلى دمشق | ",
        "他在臺北市工作 | ",
      })
  void joinsWordsWithCapitals(String text, String expected) {
    List<String> wanted = expected == null ? List.of() : List.of(expected.split(", ", -1));
    assertThat(runs(text)).isEqualTo(wanted);
  }

  @Test
  void endsWithTheSentence() {
    assertThat(runs("it was Rome\nParis came next")).containsExactly("Rome", "Paris");
  }

  @Test
  void isCutAfterSoManyTokens() {
    String capitals = "Word ".repeat(Runs.LONGEST);
    assertThat(runs(capitals + "Last")).containsExactly(capitals.trim(), "Last");
  }
}
