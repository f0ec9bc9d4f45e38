package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyMatchesTest {

  private static final int PLACE = 3;

  private final Tokens tokens = new Tokens();
  private final WordFacts facts = new WordFacts();

  private VocabularyMatches matches(String text) {
    VocabularyMatches matches = new VocabularyMatches(Vocabulary.of("zh"));
    tokens.read(text);
    facts.read(text, tokens);
    matches.read(tokens, facts);
    return matches;
  }

  private List<String> words(String text) {
    VocabularyMatches matches = matches(text);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.count; i = matches.to(i)) {
      words.add(text.substring(tokens.start[i], tokens.end[matches.to(i) - 1]));
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource({
    "我来到北京清华大学, 我 来到 北京 清华大学",
    "我來到北京清華大學, 我 來到 北京 清華大學",
    "BBC 说, BBC 说",
    "قال 北京, قال 北京",
  })
  void takesTheMostFrequentSequenceOfWords(String text, String expected) {
    assertThat(words(text)).containsExactly(expected.split(" ", -1));
  }

  @Test
  void knowsKindsInBothWaysOfWriting() {
    assertThat(matches("北京").kind(0)).isEqualTo(PLACE);
    assertThat(matches("臺灣").kind(0)).isEqualTo(matches("台湾").kind(0));
    assertThat(matches("قال").kind(0)).isEqualTo(VocabularyMatches.UNKNOWN);
  }

  @Test
  void otherLanguagesHaveNone() {
    assertThat(Vocabulary.of("zh").isEmpty()).isFalse();
    assertThat(Vocabulary.of("ja").isEmpty()).isTrue();
    assertThat(Vocabulary.of("ko").isEmpty()).isTrue();
  }
}
