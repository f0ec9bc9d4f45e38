package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import newswire.schemas.TrustedRecords;
import org.junit.jupiter.api.Test;

/**
 * Measures the detector on development texts kept outside the project; skips without them. The
 * second scorer was trained on these texts: {@link RerankerTraining} says what it does on others.
 */
class LanguageDevelopmentTest {

  private static final Path TEXTS = Path.of("../../shared/data/language/dev.tsv");

  @Test
  void tellsDevelopmentTextsApartAsWellAsBefore() throws IOException {
    Accuracy accuracy = measured(new LanguageDetector());
    assertThat(accuracy.ofCore("head")).isGreaterThan(0.985);
    assertThat(accuracy.ofCore("sent")).isGreaterThan(0.995);
    assertThat(accuracy.ofCore("para")).isGreaterThan(0.999);
    assertThat(accuracy.ofAll("head")).isGreaterThan(0.965);
    assertThat(accuracy.ofAll("sent")).isGreaterThan(0.985);
    assertThat(accuracy.ofAll("para")).isGreaterThan(0.995);
  }

  @Test
  void doesWithoutTheSecondScorerAlmost() throws IOException {
    Accuracy accuracy = measured(new LanguageDetector(new Reranker(Map.of())));
    assertThat(accuracy.ofCore("head")).isGreaterThan(0.955);
    assertThat(accuracy.ofCore("sent")).isGreaterThan(0.99);
    assertThat(accuracy.ofAll("para")).isGreaterThan(0.99);
  }

  private static Accuracy measured(LanguageDetector detector) throws IOException {
    assumeTrue(Files.exists(TEXTS), "no development texts at " + TEXTS);
    TrustedRecords.register();
    List<LabelledText> texts = LabelledText.read(TEXTS);
    Accuracy accuracy = new Accuracy();
    accuracy.measure(detector, texts);
    return accuracy;
  }
}
