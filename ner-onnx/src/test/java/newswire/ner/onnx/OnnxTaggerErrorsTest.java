package newswire.ner.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxTaggerErrorsTest {

  @TempDir private Path dir;

  @BeforeEach
  void writeModel() throws IOException {
    NativeLibraries.assumeThere();
    TinyModel.writeBert(dir);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.onnx", "tokenizer.json", "config.json"})
  void namesTheFileThatIsMissing(String name) throws IOException {
    Files.delete(dir.resolve(name));
    refusal().hasMessageContaining("has no " + name).hasMessageContaining("docs/onnx.md");
  }

  @Test
  void namesTheFileThatIsBroken() throws IOException {
    Files.writeString(dir.resolve("tokenizer.json"), "{}");
    refusal().hasMessageContaining("tokenizer.json cannot be read");
    TinyModel.writeBert(dir);
    Files.writeString(dir.resolve("model.onnx"), "version https://git-lfs");
    refusal().hasMessageContaining("model.onnx cannot be read");
    TinyModel.writeBert(dir);
    Files.writeString(dir.resolve("config.json"), "{\"id2label\":");
    refusal().hasMessageContaining("config.json is not JSON");
  }

  @Test
  void refusesAModelWithoutLabels() throws IOException {
    Files.writeString(dir.resolve("config.json"), "{\"model_type\": \"bert\"}");
    refusal().hasMessageContaining("has no id2label").hasMessageContaining("token-classification");
    Files.writeString(dir.resolve("config.json"), "{\"id2label\": {\"1\": \"B-PER\"}}");
    refusal().hasMessageContaining("0 to 0; none for 0");
  }

  @Test
  void refusesLabelsThatAreNoNames() throws IOException {
    TinyModel.writeConfig(dir, List.of("LABEL_0", "LABEL_1"));
    refusal().hasMessageContaining("no PER, LOC, GPE or ORG but [LABEL_0, LABEL_1]");
  }

  @Test
  void refusesLabelsOfAnotherModel() throws IOException {
    TinyModel.writeConfig(dir, List.of("O", "B-PER", "I-PER"));
    refusal().hasMessageContaining("tells 8 labels apart, and config.json names 3");
  }

  @Test
  void refusesATokenizerOfAnotherModel() throws IOException {
    TinyModel.writeNetworkOfOneSubToken(dir);
    refusal().hasMessageContaining("model.onnx fails at a first word");
  }

  @Test
  void refusesANetworkOfAnotherKind() throws IOException {
    TinyModel.writeNetwork(dir, List.of("pixel_values"));
    refusal().hasMessageContaining("takes [pixel_values]");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal() {
    return assertThatThrownBy(() -> OnnxTagger.open(dir))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(dir.toString());
  }
}
