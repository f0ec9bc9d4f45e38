package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  private static List<String> split(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < tokens.count; i++) {
      all.add(text.substring(tokens.start[i], tokens.end[i]));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The U.S. Army, 10,000 men. | The/U.S/./Army/,/10,000/men/.",
        "Nord-Korea's al-Qaida | Nord-Korea/'/s/al-Qaida",
        "وقال: سامـي! | وقال/:/سامـي/!",
        "می\u200Cرود | می\u200Cرود",
        "東京のIT企業𠮷 | 東/京/の/IT/企/業/𠮷",
        "서울에서 | 서/울/에/서",
        "กรุงเทพ | ก/รุ/ง/เ/ท/พ",
      })
  void splitsTexts(String text, String tokens) {
    assertThat(String.join("/", split(text))).isEqualTo(tokens);
  }

  @Test
  void knowsWhereSentencesBegin() {
    Tokens tokens = new Tokens();
    tokens.read("Dr. A. Lund left. He slept.\nنام. 寝た。起きた");
    List<Integer> opens = new ArrayList<>();
    for (int i = 0; i < tokens.count; i++) {
      if (tokens.opens[i]) {
        opens.add(tokens.start[i]);
      }
    }
    assertThat(opens).containsExactly(0, 18, 28, 33, 36);
  }
}
