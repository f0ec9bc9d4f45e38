package newswire.enrich.story;

import static newswire.enrich.story.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.avro.Sketch;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private final Sketch sketch =
      report(
          "sr-Latn",
          3,
          "Požar u skladištu kod Novog Sada",
          "Vatrogasci su ugasili požar koji je izbio u skladištu boja.",
          "rs",
          "~NFSD");

  @Test
  void areTheSameAfterBeingWritten() {
    Features features = Features.of(sketch);
    Features read = Features.of(features.bytes());
    assertThat(read.bytes()).isEqualTo(features.bytes());
    assertThat(read.lookups()).isEqualTo(features.lookups());
    assertThat(Closeness.of(read, features)).isEqualTo(Closeness.of(features, features));
    assertThat(read.effective()).isEqualTo(sketch.getEffective().toEpochMilli());
  }

  @Test
  void takeAtMost350Bytes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.appendCodePoint(0x4E00 + i * 7);
    }
    String[] entities = new String[30];
    for (int i = 0; i < entities.length; i++) {
      entities[i] = "e" + i;
    }
    Sketch full = report("sr-Cyrl", 0, "", text.toString(), entities);
    assertThat(Features.of(full).bytes()).hasSizeBetween(200, 350);
  }

  @Test
  void compareCloseRelativesAsOneLanguage() {
    Sketch croatian = report("hr", 3, "Požar u skladištu", "Izbio je požar u skladištu.");
    assertThat(Features.of(croatian).sameLanguage(Features.of(sketch))).isTrue();
    assertThat(Features.of(croatian).lookups())
        .containsAnyElementsOf(Features.of(sketch).lookups());
  }

  @Test
  void ofAnotherVersionOfTheFunctionsSayNothing() {
    Sketch other = Sketch.newBuilder(sketch).setStoryVersion(StoryFeatures.VERSION + 1).build();
    assertThat(Features.of(other).lookups()).isEmpty();
    assertThat(Closeness.of(Features.of(other), Features.of(sketch))).isZero();
  }
}
