package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import newswire.schemas.avro.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {

  @TempDir private Path dir;

  private Corpus read(String language, String content) throws IOException, UnreadableCorpus {
    Path file = dir.resolve("x.tsv");
    Files.writeString(file, content);
    return Corpus.read(file, language);
  }

  @Test
  void printsTokensAsATextWould() throws Exception {
    String english = "(\tO\nAnna\tB-PER\n)\tO\n's\tO\nhouse\tO\n,\tO\n\n";
    assertThat(read("en", english).texts()).containsExactly("(Anna)'s house,");
    assertThat(read("ja", "大\tB-LOC\n阪\tI-LOC\nへ\tO\n").texts()).containsExactly("大阪へ");
    assertThat(read("ko", "서\tB-LOC\n울\tI-LOC\n␣\tO\n역\tO\n").texts()).containsExactly("서울 역");
    assertThat(read("ar", "قال\tO\nسامي\tB-PER\n،\tO\n").texts()).containsExactly("قال سامي،");
  }

  @Test
  void givesSpansBackToTheTokens() throws Exception {
    Corpus corpus = read("zh", "他\tO\n在\tO\n大阪\tB-LOC\n工作\tO\n");
    Span span = new Span(2, 4, EntityType.PLACE, 1);
    assertThat(Corpus.tags(corpus.sentences().get(0), List.of(span))).containsExactly(0, 0, 3, 0);
    StringBuilder out = new StringBuilder();
    TaggerTraining.predict(corpus, (text, language) -> List.of(span), out);
    assertThat(out.toString()).isEqualTo("他\tO\n在\tO\n大阪\tB-LOC\n工作\tO\n\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Anna B-PER\n' | x.tsv:1: no token<TAB>tag; put one tab between the two",
        "'a\tO\n\n\tO\n' | x.tsv:3: no token<TAB>tag; put one tab between the two",
        "'قال\tX\n' | x.tsv:1: tag X is not BIO; write O, B-PER, I-PER, B-LOC, ...",
        "'\n\n' | x.tsv: no sentence in it; one token<TAB>tag a line is wanted",
      })
  void namesThePlaceAndTheMend(String content, String message) {
    assertThatThrownBy(() -> read("en", content))
        .isInstanceOf(UnreadableCorpus.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    Path file = dir.resolve("latin.tsv");
    Files.write(file, new byte[] {(byte) 0xE9, '\t', 'O', '\n'});
    assertThatThrownBy(() -> Corpus.read(file, "fr")).hasMessageContaining("not UTF-8");
  }

  @Test
  void holdsBackEveryTenthBlock() throws Exception {
    Corpus corpus = read("en", "a\tO\n\n".repeat(1001));
    assertThat(corpus.part(9, true).sentences()).hasSize(100);
    assertThat(corpus.part(9, false).sentences()).hasSize(901);
  }

  @Test
  void takesOtherTypesForNoNames() throws Exception {
    Corpus corpus = read("ru", "Победа\tB-EVENT\nМосква\tB-LOC\n");
    assertThat(corpus.sentences().get(0).tags()).containsExactly(0, 3);
  }
}
