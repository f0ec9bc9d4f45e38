package newswire.ner.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What {@code config.json} says of a model.
 *
 * @param labels by the index of the network's output; empty where no name is meant
 * @param longest sub-tokens that the network takes at a time, special ones among them
 * @param padding the id that fills up shorter windows of a batch
 */
record ModelConfig(List<Optional<Label>> labels, int longest, long padding) {

  /** Longer windows cost memory by their square, and models are trained on sentences. */
  private static final int LONGEST = 512;

  private static final int SHORTEST = 16;

  /** RoBERTa and its kin count positions from 2. */
  private static final int UNUSED_POSITIONS = 2;

  private static final String LABELS = "id2label";

  /** Reads the file. */
  static ModelConfig read(Path file) throws IOException {
    JsonNode json = parse(file);
    List<Optional<Label>> labels = labels(file, json.path(LABELS));
    int longest =
        Math.min(
            LONGEST,
            json.path("max_position_embeddings").asInt(LONGEST + UNUSED_POSITIONS)
                - UNUSED_POSITIONS);
    if (longest < SHORTEST) {
      throw new IOException(
          file + ": max_position_embeddings is too small for any sentence; take another model");
    }
    return new ModelConfig(labels, longest, json.path("pad_token_id").asLong(0));
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + " is not JSON (" + e.getOriginalMessage() + "); export the model again", e);
    }
  }

  private static List<Optional<Label>> labels(Path file, JsonNode named) throws IOException {
    if (!named.isObject() || named.isEmpty()) {
      throw new IOException(
          file + " has no id2label; export a model for the task token-classification");
    }
    List<Optional<Label>> labels = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      JsonNode label = named.path(Integer.toString(i));
      if (!label.isTextual()) {
        throw new IOException(
            file
                + ": id2label must name the labels 0 to "
                + (named.size() - 1)
                + "; none for "
                + i);
      }
      labels.add(Label.parse(label.textValue()));
    }
    if (labels.stream().allMatch(Optional::isEmpty)) {
      throw new IOException(
          file
              + ": id2label knows no PER, LOC, GPE or ORG but "
              + StreamSupport.stream(named.spliterator(), false).map(JsonNode::asText).toList()
              + "; name the labels as the model was trained, such as B-PER");
    }
    return labels;
  }
}
