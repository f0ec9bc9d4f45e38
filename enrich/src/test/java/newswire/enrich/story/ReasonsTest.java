package newswire.enrich.story;

import static newswire.enrich.story.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.avro.Sketch;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  private final Sketch one =
      report("en", 0, "Earthquake in Agadir", "Rescuers search after the earthquake.", "ma", "un");
  private final Sketch other =
      report("en", 0, "Agadir earthquake kills ten", "A strong earthquake hit Agadir.", "ma", "fr");

  @Test
  void nameWhatBothShareHeaviestFirst() {
    Reasons reasons = Reasons.shared(one, other);
    assertThat(reasons.terms()).startsWith("agadi", "earth").doesNotContain("rescu");
    assertThat(reasons.entities()).containsExactly("ma");
    assertThat(Reasons.shared(other, one)).isEqualTo(reasons);
  }

  @Test
  void nameEntitiesAloneAcrossLanguages() {
    Sketch arabic = report("ar", 0, "زلزال أغادير", "زلزال agadir earthquake", "ma");
    assertThat(Reasons.shared(one, arabic).terms()).isEmpty();
    assertThat(Reasons.shared(one, arabic).entities()).containsExactly("ma");
  }
}
