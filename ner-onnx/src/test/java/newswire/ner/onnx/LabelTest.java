package newswire.ner.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.avro.EntityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

  @ParameterizedTest
  @CsvSource({
    "B-PER, PERSON, true, false",
    "I-PER, PERSON, false, false",
    "E-LOC, PLACE, false, true",
    "S-GPE, PLACE, true, true",
    "U-LOC, PLACE, true, true",
    "L-ORG, ORGANISATION, false, true",
    "b_person, PERSON, true, false",
    "i-location, PLACE, false, false",
    "ORG, ORGANISATION, false, false",
    "LOC, PLACE, false, false"
  })
  void readsTheSchemesThereAre(String written, EntityType type, boolean opens, boolean closes) {
    assertThat(Label.parse(written)).contains(new Label(type, opens, closes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"O", "B-MISC", "I-DATE", "LABEL_1", "", "B-", "PAD"})
  void otherKindsAreNoNames(String written) {
    assertThat(Label.parse(written)).isEmpty();
  }
}
