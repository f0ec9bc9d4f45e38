package newswire.ner.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model of two dozen sub-tokens, each of which has one label wherever it stands. */
final class TinyModel {

  static final List<String> LABELS =
      List.of("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC");

  /** The score of a sub-token's label; all others have 0. */
  static final float SCORE = 4;

  private static final int SPECIAL = 4;

  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]").forEach(special -> WORDS.put(special, "O"));
    WORDS.putAll(
        pairs(
            "Angela B-PER Merkel I-PER Par B-LOC ##is O Reuters B-ORG Euro B-MISC said O . O , O"));
    WORDS.putAll(pairs("محمد B-PER صلاح I-PER القاهرة B-LOC قال O ##ـ O 😀 O"));
    WORDS.putAll(pairs("北 B-LOC 京 I-LOC 新 B-ORG 华 I-ORG 社 I-ORG 说 O 。 O"));
  }

  private static final Map<String, String> PIECES = new LinkedHashMap<>();

  static {
    List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]").forEach(special -> PIECES.put(special, "O"));
    PIECES.putAll(pairs("▁ B-ORG , O 。 O ▁Paris B-LOC ▁Reuters B-ORG 北京 B-LOC 说 O ▁القاهرة B-LOC"));
  }

  private TinyModel() {}

  private static Map<String, String> pairs(String words) {
    List<String> parts = List.of(words.split(" "));
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i += 2) {
      pairs.put(parts.get(i), parts.get(i + 1));
    }
    return pairs;
  }

  /** With a tokenizer as BERT's; its file cuts and pads, as some that are exported do. */
  static Path writeBert(Path dir) throws IOException {
    String vocabulary =
        IntStream.range(0, WORDS.size()).mapToObj(TinyModel::entry).collect(joined());
    String tokenizer =
        """
        {"truncation": {"direction": "Right", "max_length": 6, "strategy": "LongestFirst", "stride": 0},
         "padding": {"strategy": {"Fixed": 12}, "direction": "Right", "pad_to_multiple_of": null,
          "pad_id": 0, "pad_type_id": 0, "pad_token": "[PAD]"},
         "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
          "strip_accents": true, "lowercase": false},
         "pre_tokenizer": {"type": "BertPreTokenizer"},
         "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
          "max_input_chars_per_word": 100, "vocab": {VOCABULARY}},
        """
            .replace("VOCABULARY", vocabulary);
    return write(dir, tokenizer, WORDS);
  }

  /** With a tokenizer as XLM-RoBERTa's, for which a word is what stands between spaces. */
  static Path writeSentencePiece(Path dir) throws IOException {
    String vocabulary =
        PIECES.keySet().stream()
            .map(piece -> "[\"" + piece + "\", " + (piece.equals("[UNK]") ? "-20" : "-2") + "]")
            .collect(joined());
    String tokenizer =
        """
        {"pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always",
          "split": true},
         "model": {"type": "Unigram", "unk_id": 1, "vocab": [VOCABULARY]},
        """
            .replace("VOCABULARY", vocabulary);
    return write(dir, tokenizer, PIECES);
  }

  private static String entry(int id) {
    return "\"" + List.copyOf(WORDS.keySet()).get(id) + "\": " + id;
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private static Path write(Path dir, String tokenizer, Map<String, String> words)
      throws IOException {
    String common =
        """
         "version": "1.0", "decoder": null,
         "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
         "added_tokens": [SPECIAL]}
        """
            .replace(
                "SPECIAL",
                IntStream.range(0, SPECIAL).mapToObj(TinyModel::special).collect(joined()));
    Files.writeString(dir.resolve("tokenizer.json"), tokenizer + common);
    writeConfig(dir, LABELS);
    writeNetwork(dir, List.copyOf(words.values()), List.of("input_ids", "attention_mask"));
    return dir;
  }

  private static String special(int id) {
    return """
        {"id": ID, "content": "CONTENT", "single_word": false, "lstrip": false, "rstrip": false,
         "normalized": false, "special": true}"""
        .replace("ID", Integer.toString(id))
        .replace("CONTENT", List.copyOf(WORDS.keySet()).get(id));
  }

  static void writeConfig(Path dir, List<String> labels) throws IOException {
    String named =
        IntStream.range(0, labels.size())
            .mapToObj(i -> "\"" + i + "\": \"" + labels.get(i) + "\"")
            .collect(joined());
    Files.writeString(
        dir.resolve("config.json"),
        "{\"id2label\": {" + named + "}, \"max_position_embeddings\": 34, \"pad_token_id\": 0}");
  }

  /** A network with other inputs than a token classifier has. */
  static void writeNetwork(Path dir, List<String> inputs) throws IOException {
    writeNetwork(dir, List.copyOf(WORDS.values()), inputs);
  }

  /** A network that knows none of the tokenizer's ids but the first. */
  static void writeNetworkOfOneSubToken(Path dir) throws IOException {
    writeNetwork(dir, List.of("O"), List.of("input_ids"));
  }

  private static void writeNetwork(Path dir, List<String> labels, List<String> inputs)
      throws IOException {
    List<float[]> table = new ArrayList<>();
    for (String label : labels) {
      float[] row = new float[LABELS.size()];
      row[LABELS.indexOf(label)] = SCORE;
      table.add(row);
    }
    Files.write(dir.resolve("model.onnx"), OnnxFile.lookup(table.toArray(float[][]::new), inputs));
  }
}
