package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordClustersTest {

  private static int[] clusters(String text, String language) {
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    ClusterMatches matches = new ClusterMatches(WordClusters.of(language));
    tokens.read(text);
    facts.read(text, tokens);
    matches.read(tokens, facts);
    return IntStream.range(0, WordClusters.LEVELS).map(level -> matches.get(level, 0)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"Tuesday, Wednesday", "Jennifer, Jessica", "PARIS, Paris"})
  void wordsThatAreUsedAlikeShareAllClusters(String one, String other) {
    assertThat(clusters(one, "en")).isEqualTo(clusters(other, "en"));
  }

  @Test
  void aWordWithHyphensHasTheClustersOfItsLastPart() {
    assertThat(clusters("xyzzy-Warsaw", "en")).isEqualTo(clusters("Warsaw", "en"));
  }

  @Test
  void numbersBeginAtOneAndLevelsAreFiner() {
    assertThat(clusters("Warsaw", "en")[0]).isBetween(1, 64);
    assertThat(clusters("Warsaw", "en")[1]).isBetween(1, 256);
    assertThat(clusters("Warsaw", "en")[2]).isBetween(1, 1024);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xqzzyv", "بيروت", "北京", "Москва"})
  void otherWordsHaveNone(String word) {
    assertThat(clusters(word, "en")).containsOnly(WordClusters.UNKNOWN);
  }

  @Test
  void languagesWithoutVectorsHaveNone() {
    assertThat(WordClusters.of("ar").isEmpty()).isTrue();
    assertThat(WordClusters.of("zh").isEmpty()).isTrue();
    assertThat(WordClusters.of("en").isEmpty()).isFalse();
  }
}
