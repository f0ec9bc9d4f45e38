package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pairs written and labelled by hand, in five languages. */
class PairsTest {

  private static final double REACHED = .95;

  @Test
  void tellsCopiesFromOtherReports() throws IOException {
    List<JsonNode> pairs = pairs();
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (JsonNode pair : pairs) {
      boolean wanted = !pair.path("label").asText().equals("different");
      Fingerprint one = fingerprint(pair.path("a"));
      Fingerprint other = fingerprint(pair.path("b"));
      Likeness likeness = Likeness.of(one, other, apart(pair));
      boolean found = likeness.isCopy() && EditSuite.shareKey(one, other);
      right += wanted && found ? 1 : 0;
      wrong += !wanted && found ? 1 : 0;
      missed += wanted && !found ? 1 : 0;
      if (wanted != found) {
        System.out.println(
            pair.path("id").asText() + " " + pair.path("kind").asText() + " " + likeness);
      }
    }
    double f1 = 2.0 * right / (2.0 * right + wrong + missed);
    System.out.println(
        pairs.size() + " pairs: F1 " + f1 + ", " + wrong + " wrong, " + missed + " missed");
    assertThat(f1).isGreaterThanOrEqualTo(REACHED);
  }

  private static List<JsonNode> pairs() throws IOException {
    try (InputStream in = PairsTest.class.getResourceAsStream("pairs.jsonl")) {
      assumeTrue(in != null, "no labelled pairs pairs.jsonl");
      ObjectMapper json = new ObjectMapper();
      List<JsonNode> pairs = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        pairs.add(json.readTree(line));
      }
      return pairs;
    }
  }

  private static Fingerprint fingerprint(JsonNode article) {
    return Fingerprint.of(
        article.path("title").asText(), article.path("text").asText().lines().toList());
  }

  private static Duration apart(JsonNode pair) {
    Instant one = Instant.parse(pair.path("a").path("published").asText());
    Instant other = Instant.parse(pair.path("b").path("published").asText());
    return Duration.between(one, other).abs();
  }
}
