package newswire.ner.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import newswire.enrich.tagger.NameTagger;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTaggerTest {

  private static final String ENGLISH = "Reuters: Angela Merkel said Paris, Euro.";
  private static final String ARABIC = "قال مُحَمَّدٌ صلاحـ، القاهرة.";
  private static final String CHINESE = "😀😀 新华社说北京。";

  @TempDir private static Path bertDir;
  @TempDir private static Path pieceDir;
  private static OnnxTagger bert;
  private static OnnxTagger pieces;

  @BeforeAll
  static void open() throws IOException {
    NativeLibraries.assumeThere();
    bert = OnnxTagger.open(TinyModel.writeBert(bertDir));
    pieces = OnnxTagger.open(TinyModel.writeSentencePiece(pieceDir));
  }

  @AfterAll
  static void close() {
    if (bert != null) {
      bert.close();
    }
    if (pieces != null) {
      pieces.close();
    }
  }

  @Test
  void findsNamesInThreeScripts() {
    assertThat(names(bert, ENGLISH, "en"))
        .containsExactly("ORGANISATION Reuters", "PERSON Angela Merkel", "PLACE Paris");
    assertThat(names(bert, ARABIC, "ar"))
        .containsExactly("PERSON مُحَمَّدٌ صلاحـ", "PLACE القاهرة");
    assertThat(names(bert, CHINESE, "zh")).containsExactly("ORGANISATION 新华社", "PLACE 北京");
  }

  @Test
  void offsetsCountUtf16Units() {
    assertThat(bert.tag("😀😀 Paris 😀 Paris", "en"))
        .extracting(Span::start, Span::end)
        .containsExactly(tuple(5, 10), tuple(14, 19));
    assertThat(bert.tag("\uD83D Paris \uDE00 北京", "en"))
        .extracting(Span::start)
        .containsExactly(2, 10);
  }

  @Test
  void aWordOfSentencePieceEndsAtPunctuationAndInScriptsWithoutSpacesAtAnySubToken() {
    assertThat(names(pieces, "Reuters, 😀Paris, Paris,", "en"))
        .containsExactly("ORGANISATION Reuters", "PLACE Paris");
    assertThat(names(pieces, "北京说。北京 القاهرة", "zh"))
        .containsExactly("PLACE 北京", "PLACE 北京", "PLACE القاهرة");
  }

  @Test
  void confidenceIsTheSoftmaxOfTheWordsMean() {
    double word = Math.exp(TinyModel.SCORE) / (Math.exp(TinyModel.SCORE) + 7);
    assertThat(bert.tag("Angela Merkel", "en"))
        .singleElement()
        .satisfies(name -> assertThat(name.confidence()).isCloseTo(word, within(1e-6)));
  }

  @Test
  void noNameRunsOverTheEndOfALine() {
    assertThat(names(bert, "Angela\nMerkel", "en"))
        .containsExactly("PERSON Angela", "PERSON Merkel");
  }

  @Test
  void aLongTextGivesTheSameNamesAsItsSentences() {
    for (String sentence : List.of(ENGLISH + " ", ARABIC + " ", CHINESE, ENGLISH + "\n")) {
      String text = sentence.repeat(60);
      List<Span> expected = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int shift = i * sentence.length();
        for (Span name : bert.tag(sentence, "en")) {
          expected.add(
              new Span(name.start() + shift, name.end() + shift, name.type(), name.confidence()));
        }
      }
      assertThat(bert.tag(text, "en")).isEqualTo(expected);
    }
  }

  @Test
  void takesTextsThatCannotBeDividedWell() {
    assertThat(names(bert, "北京".repeat(500), "zh")).hasSize(500).containsOnly("PLACE 北京");
    assertThat(bert.tag("x".repeat(20_000), "en")).isEmpty();
    assertThat(bert.tag("😀".repeat(2_000), "und")).isEmpty();
    assertThat(bert.tag("\uDE00".repeat(2_000) + "\0", "")).isEmpty();
    assertThat(bert.tag("", "en")).isEmpty();
    assertThat(bert.tag(" \n".repeat(1_000), "en")).isEmpty();
  }

  @Test
  void givesTheSameTwiceAndInTwoThreads() throws Exception {
    String text = (ENGLISH + "\n" + ARABIC + "\n" + CHINESE + "\n").repeat(30);
    List<Span> once = bert.tag(text, "en");
    assertThat(once).hasSize(30 * 7);
    assertThat(bert.tag(text, "en")).isEqualTo(once);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<List<Span>> tag = () -> bert.tag(text, "en");
      for (Future<List<Span>> other : threads.invokeAll(List.of(tag, tag, tag, tag))) {
        assertThat(other.get()).isEqualTo(once);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void isFoundAsAProvider() throws IOException {
    NameTagger found = NameTagger.Provider.installed().orElseThrow().open(bertDir);
    assertThat(found.tag("Paris", "fr")).extracting(Span::type).containsExactly(EntityType.PLACE);
    ((OnnxTagger) found).close();
  }

  private static List<String> names(OnnxTagger tagger, String text, String language) {
    return tagger.tag(text, language).stream()
        .map(name -> name.type() + " " + text.substring(name.start(), name.end()))
        .toList();
  }
}
