package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import newswire.enrich.tagger.Corpus;
import newswire.enrich.tagger.Score;
import newswire.enrich.tagger.TaggerTraining;
import newswire.enrich.tagger.UnreadableCorpus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains on development corpora kept outside the project; skips without them. */
class TaggerDevelopmentTest {

  private static final Path CORPORA = Path.of("../../shared/data/ner");
  private static final int HELD_BACK = 9;
  private static final NameTagging TAGGING = new NameTagging();

  @ParameterizedTest
  @CsvSource({"ar, 0.73", "ru, 0.73", "ja, 0.67"})
  void findsNamesOfHeldBackTextsAsWellAsBefore(String language, double reached)
      throws IOException, UnreadableCorpus {
    Path file = CORPORA.resolve(language + ".tsv");
    assumeTrue(Files.exists(file), "no development corpus at " + file);
    Corpus corpus = Corpus.read(file, language);
    TaggerTraining training =
        new TaggerTraining(List.of(corpus.part(HELD_BACK, false)), TAGGING.hints());
    Score score =
        TaggerTraining.score(
            corpus.part(HELD_BACK, true), TAGGING.names(training.trained(language)));
    assertThat(score.f1()).as(score.toString()).isGreaterThan(reached);
  }
}
