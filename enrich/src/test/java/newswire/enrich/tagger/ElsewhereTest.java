package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElsewhereTest {

  @ParameterizedTest
  @CsvSource({
    "Lund said so. Then Lund left with lund, 0, -1, 5",
    "Lund said so. Then Lund left with lund, 5, 0, 8",
    "قال منصور ثم غادر منصُور, 1, -1, 4",
    "Белов сказал что БЕЛОВ ушёл, 3, 0, -1",
    "山田は山に, 3, 0, -1",
  })
  void findsTheNearestPlacesOfTheSameWord(String text, int token, int before, int after) {
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    tokens.read(text);
    facts.read(text, tokens);
    Elsewhere elsewhere = new Elsewhere();
    elsewhere.read(tokens, facts);
    assertThat(elsewhere.before(token)).isEqualTo(before);
    assertThat(elsewhere.after(token)).isEqualTo(after);
  }
}
