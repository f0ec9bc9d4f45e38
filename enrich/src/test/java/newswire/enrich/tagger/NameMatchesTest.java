package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchesTest {

  private final Tokens tokens = new Tokens();
  private final WordFacts facts = new WordFacts();

  private NameMatches matches(String text, String language) {
    NameMatches matches = new NameMatches(NameLists.of(language));
    tokens.read(text);
    facts.read(text, tokens);
    matches.read(tokens, facts);
    return matches;
  }

  /** A letter for each token: B and I of an entry, o of none. */
  private String covered(String text, String language, int layer) {
    NameMatches matches = matches(text, language);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < tokens.count; i++) {
      int label = matches.get(layer, i);
      letters.append(label == 0 ? 'o' : (label & 1) == 1 ? 'B' : 'I');
    }
    return letters.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "en, He left New York today, ooBIo",
    "en, He left New Orleans and York, ooBIoB",
    "zh, 他在臺北市工作, ooBIIoo",
    "zh, 他在台北工作, ooBIoo",
    "ja, 大阪府に行く, BIIooo",
    "ko, 그는 부산에서, ooBIoo",
    "ar, وصل إلى القاهرة, ooo",
    "th, เขาอยู่ที่กรุงเทพ, o",
  })
  void coversTheLongestEntry(String language, String text, String expected) {
    assertThat(covered(text, language, NameMatches.NAMES)).startsWith(expected);
  }

  @Test
  void tellsSurnamesAndEndingsApart() {
    assertThat(covered("欧阳文在大学", "zh", NameMatches.PERSONS)).startsWith("BI");
    assertThat(covered("歐陽文在大學", "zh", NameMatches.ENDS)).endsWith("BI");
    assertThat(covered("大統領の田中さん", "ja", NameMatches.ENDS)).isEqualTo("BIIoooBI");
  }

  @Test
  void looksAtOneSentenceOnly() {
    NameMatches matches = matches("In Paris. In Rome.", "en");
    matches.within(0, 3);
    assertThat(matches.get(NameMatches.NAMES, 1)).isPositive();
    assertThat(matches.get(NameMatches.NAMES, 4)).isNegative();
  }
}
