package newswire.enrich.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import newswire.enrich.tagger.UnreadableCorpus;
import org.junit.jupiter.api.Test;

class FrequenciesTest {

  private static final Path DATA = Path.of("../../shared/data");

  @Test
  void wordsOfEveryTextAreWorthLittle() {
    assertThat(Frequencies.of("en").rarity("the")).isLessThan(.2);
    assertThat(Frequencies.of("ru").rarity("в")).isLessThan(.2);
    assertThat(Frequencies.of("ar").rarity("في")).isLessThan(.3);
    assertThat(Frequencies.of("de").rarity("der")).isLessThan(.2);
    assertThat(Frequencies.of("ja").rarity("した")).isLessThan(1);
  }

  @Test
  void wordsOfFewTextsAreWorthMore() {
    Frequencies english = Frequencies.of("en");
    assertThat(english.rarity("gover")).isBetween(english.rarity("the"), english.rarity("earth"));
    assertThat(english.rarity("zqxwv")).isGreaterThan(5);
    Frequencies arabic = Frequencies.of("ar");
    assertThat(arabic.rarity("رييس")).isBetween(arabic.rarity("في"), arabic.rarity("زلزال"));
  }

  @Test
  void knowBothChineseWritings() {
    Frequencies chinese = Frequencies.of("zh-Hant");
    assertThat(Frequencies.of("zh")).isSameAs(chinese);
    // The characters of one of them are those of Japanese, too.
    assertThat(chinese.rarity("中国")).isCloseTo(chinese.rarity("中國"), within(.1)).isLessThan(3);
  }

  @Test
  void guessForLanguagesWithoutATable() {
    Frequencies none = Frequencies.of("tlh");
    assertThat(none.rarity("a")).isLessThan(none.rarity("abc"));
    assertThat(none.rarity("abc")).isLessThan(none.rarity("zqxwv"));
  }

  @Test
  void holdNothingButStemsOfSeveralTexts() throws IOException {
    boolean shared = false;
    for (String line : shipped().lines().toList()) {
      String[] row = line.split("\t", -1);
      if (row[0].equals(Frequencies.HEAD)) {
        assertThat(row).hasSize(4);
        shared = row[1].equals(Frequencies.SHARED);
      } else {
        assertThat(row).hasSize(2);
        assertThat(row[0].codePointCount(0, row[0].length())).isBetween(1, Stems.LETTERS);
        assertThat(row[0].codePoints()).noneMatch(Character::isWhitespace);
        assertThat(Integer.parseInt(row[1])).isGreaterThanOrEqualTo(shared ? 1 : 2);
      }
    }
  }

  /** With the development texts only; without them it is skipped. */
  @Test
  void areWhatTheTrainingGives() throws IOException, UnreadableCorpus {
    assumeTrue(
        List.of("extract/truth.jsonl", "ner", "language/dev.tsv").stream()
            .allMatch(name -> Files.exists(DATA.resolve(name))),
        "the development texts are absent");
    StringWriter out = new StringWriter();
    FrequenciesTraining.train(DATA, out);
    assertThat(out.toString().equals(shipped())).isTrue();
  }

  private static String shipped() throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            requireNonNull(Frequencies.class.getResourceAsStream("frequencies.tsv.gz")))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
