package newswire.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty pages written for the purpose, in ten layouts, each beside its text. */
class ArabicPagesTest {

  private static final int SHINGLE = 4;

  @ParameterizedTest
  @CsvSource({
    "article", "body-class", "itemprop", "table", "breaks",
    "divs", "pieces", "linked-data", "captions", "wall"
  })
  void readsTheTextAndNothingElse(String layout) throws IOException {
    for (int number = 1; number <= 2; number++) {
      String name = number + "-" + layout;
      String text = Raws.read(Raws.html(resource(name + ".html"))).getText();
      assertThat(f1(text, resource(name + ".txt"))).as(name + ": " + text).isGreaterThan(0.95);
    }
  }

  private static double f1(String found, String wanted) {
    Map<String, Integer> one = shingles(found);
    Map<String, Integer> other = shingles(wanted);
    int common =
        one.entrySet().stream()
            .mapToInt(e -> Math.min(e.getValue(), other.getOrDefault(e.getKey(), 0)))
            .sum();
    return 2.0 * common / (sum(one) + sum(other));
  }

  private static int sum(Map<String, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = List.of(text.strip().split("[^\\p{L}\\p{M}\\p{N}]+", -1));
    Map<String, Integer> shingles = new HashMap<>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.merge(String.join(" ", words.subList(i, i + SHINGLE)), 1, Integer::sum);
    }
    return shingles;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ArabicPagesTest.class.getResourceAsStream("arabic/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
