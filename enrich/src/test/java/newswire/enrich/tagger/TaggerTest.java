package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {

  @TempDir private Path dir;

  private List<String> names(String language, String text) throws IOException, UnreadableCorpus {
    Tagger tagger = Tiny.training(dir, language).trained(language);
    return tagger.tag(text, language, List.of()).stream()
        .map(span -> span.type() + " " + text.substring(span.start(), span.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | قال الرئيس سامي منصور في بيروت. | PERSON سامي منصور, PLACE بيروت",
        "ar | قال الرئيس سامــي منصُور في بيرُوت. | PERSON سامــي منصُور, PLACE بيرُوت",
        "ar | قال الرئيس \u200Fسامي\u200F منصور في بيروت. | PERSON سامي\u200F منصور, PLACE بيروت",
        "en | President Anna Lund left Riverton. | PERSON Anna Lund, PLACE Riverton",
        "en | \uD83D\uDE80 President Anna Lund left Riverton. | PERSON Anna Lund, PLACE Riverton",
        "ru | Президент Анна Белова уехала из Зареченска. | PERSON Анна Белова, PLACE Зареченска",
        "ja | 田中太郎さんは大阪に行った。 | PERSON 田中太郎, PLACE 大阪",
      })
  void tagsWhatItsCorpusTaught(String language, String text, String expected) throws Exception {
    assertThat(names(language, text)).containsExactly(expected.split(", ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "ja", "en", "ru"})
  void learnsItsCorpusByHeart(String language) throws Exception {
    TaggerTraining training = Tiny.training(dir, language);
    Tagger tagger = training.trained(language);
    Score score =
        TaggerTraining.score(
            Tiny.corpus(language, dir), (text, any) -> tagger.tag(text, language, List.of()));
    assertThat(score.f1()).isGreaterThan(0.85);
  }

  @Test
  void isTrainedToTheSameBytes() throws Exception {
    for (String language : List.of("ar", "ja", "ru", Tagger.ANY)) {
      Tiny.training(dir, "ar", "ja", "ru", "en").train(language, dir.resolve("one"));
      Tiny.training(dir, "ar", "ja", "ru", "en").train(language, dir.resolve("two"));
      String file = Tagger.file(language);
      assertThat(dir.resolve("one").resolve(file))
          .hasSameBinaryContentAs(dir.resolve("two").resolve(file));
    }
  }

  @Test
  void tagsTheSameFromAFile() throws Exception {
    TaggerTraining training = Tiny.training(dir, "ar", "en");
    training.train("ar", dir);
    String text = "وصل الرئيس كريم فؤاد إلى دمشق.";
    assertThat(Tagger.of(dir).tag(text, "ar", List.of()))
        .isNotEmpty()
        .isEqualTo(training.trained("ar").tag(text, "ar", List.of()));
  }

  @Test
  void saysNothingOfLanguagesWithoutAModel() throws Exception {
    Tagger tagger = Tagger.of(dir);
    assertThat(tagger.tag("Anna Lund left Riverton.", "en", List.of())).isEmpty();
    assertThat(tagger.knows("en")).isFalse();
  }

  @Test
  void leavesCaselessScriptsWithoutAModelAlone() throws Exception {
    Tiny.training(dir, "en", "ru").train(Tagger.ANY, dir);
    Tagger tagger = Tagger.of(dir);
    assertThat(tagger.tag("آنا لوند به ریورتون رفت.", "fa", List.of())).isEmpty();
    assertThat(tagger.tag("แอนนาไปกรุงเทพ", "th", List.of())).isEmpty();
  }

  @Test
  void refusesAFileThatIsNoModel() throws Exception {
    Files.writeString(dir.resolve("en.ner"), "no model");
    assertThatThrownBy(() -> Tagger.of(dir).tag("Anna", "en", List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("for en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\n", "\uD842", "\uDFB7 \uD842", "ـ\u200F\u064B", "....", "-.-"})
  void survivesAnyText(String text) throws Exception {
    for (String language : List.of("ar", "ja")) {
      assertThat(names(language, text)).isEmpty();
    }
  }
}
