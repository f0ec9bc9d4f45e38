package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.TrustedRecords;
import org.junit.jupiter.api.Test;

/** Measures the detector on development texts kept outside the project; skips without them. */
class LanguageDevelopmentTest {

  private static final Path TEXTS = Path.of("../../shared/data/language/dev.tsv");
  private static final Map<String, Double> REACHED =
      Map.of("head", 0.93, "sent", 0.97, "para", 0.99);

  @Test
  void tellsDevelopmentTextsApartAsWellAsBefore() throws IOException {
    assumeTrue(Files.exists(TEXTS), "no development texts at " + TEXTS);
    TrustedRecords.register();
    LanguageDetector detector = new LanguageDetector();
    Map<String, Map<String, int[]>> counts = new TreeMap<>();
    for (String line : Files.readAllLines(TEXTS)) {
      String[] row = line.split("\t", 3);
      int[] right =
          counts
              .computeIfAbsent(row[1], any -> new TreeMap<>())
              .computeIfAbsent(row[0], any -> new int[2]);
      String tag = detector.detect(row[2], "").getTag();
      right[0] += tag.split("-", 2)[0].equals(row[0].split("-", 2)[0]) ? 1 : 0;
      right[1]++;
    }
    REACHED.forEach(
        (kind, reached) ->
            assertThat(
                    counts.getOrDefault(kind, Map.of()).values().stream()
                        .mapToDouble(right -> (double) right[0] / right[1])
                        .average()
                        .orElse(0))
                .as(kind)
                .isGreaterThan(reached));
  }
}
