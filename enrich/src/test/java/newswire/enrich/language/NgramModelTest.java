package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramModelTest {

  private static final Map<Script, NgramModel> MODELS = NgramModel.load();
  private static final LanguageDetectorME OPENNLP = openNlp();

  private static LanguageDetectorME openNlp() {
    try (InputStream in = NgramModelTest.class.getResourceAsStream("/langdetect-183.bin")) {
      return new LanguageDetectorME(new LanguageDetectorModel(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LATIN | The health ministry announced a new plan today",
        "LATIN | Bakanlık bugün İstanbul'da yeni bir plan açıkladı",
        "LATIN | Jajaja jejeje hahaha, que risa noooo",
        "LATIN | RT explica el xd de los expertos xo",
        "LATIN | Bộ Y tế hôm nay công bố kế hoạch mới",
        "CYRILLIC | Міністерство охорони здоров'я оголосило про новий план",
        "CYRILLIC | Министерство ооооочень радо",
        "ARABIC | أعلنت وزارة الصحة اليوم عن خطة جديدة",
        "ARABIC | وزارت بهداشت امروز از برنامهٔ تازه‌ای خبر داد",
        "DEVANAGARI | स्वास्थ्य मंत्रालय ने आज नई योजना की घोषणा की",
        "DEVANAGARI | आरोग्य मंत्रालयाने आज नवीन योजना जाहीर केली",
        "LATIN | x",
      })
  void ranksAsOpenNlpDoes(Script script, String text) {
    String letters = Letters.sample(text).text();
    Map<Tongue, Double> expected = new EnumMap<>(Tongue.class);
    for (Language guess : OPENNLP.predictLanguages(letters)) {
      for (Tongue tongue : Tongue.labelled(guess.getLang())) {
        expected.merge(tongue, Math.log(guess.getConfidence()), Math::max);
      }
    }
    NgramModel model = Objects.requireNonNull(MODELS.get(script));
    List<Tongue> tongues = model.tongues();
    double[] scores = model.scores(letters);
    int first = 0;
    for (int i = 0; i < scores.length; i++) {
      first = scores[i] > scores[first] ? i : first;
    }
    double offset = expected.getOrDefault(tongues.get(first), 0.0) - scores[first];
    for (int i = 0; i < scores.length; i++) {
      if (expected.containsKey(tongues.get(i))) {
        assertThat(scores[i] + offset)
            .as(tongues.get(i).tag())
            .isCloseTo(expected.getOrDefault(tongues.get(i), 0.0), within(1e-3));
      }
    }
  }
}
