package newswire.ner.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newswire.enrich.tagger.NameTagger;
import newswire.enrich.tagger.Span;

/**
 * Tags names with a transformer for token classification in the layout of Hugging Face. Safe for
 * use by several threads, each of which computes for itself; to be closed when none uses it any
 * more.
 */
public final class OnnxTagger implements NameTagger, AutoCloseable {

  private static final List<String> FILES = List.of("model.onnx", "tokenizer.json", "config.json");

  /** The memory that a run takes grows with it. */
  private static final int WINDOWS_AT_A_TIME = 4;

  private final ModelConfig config;
  private final Subwords subwords;
  private final Network network;

  private OnnxTagger(ModelConfig config, Subwords subwords, Network network) {
    this.config = config;
    this.subwords = subwords;
    this.network = network;
  }

  /**
   * Opens a model and tries it once.
   *
   * @param directory with {@code model.onnx}, {@code tokenizer.json} and {@code config.json}
   * @throws IOException says which file is missing or wrong, and what mends it
   */
  public static OnnxTagger open(Path directory) throws IOException {
    for (String name : FILES) {
      if (!Files.isRegularFile(directory.resolve(name))) {
        throw new IOException(
            directory
                + " has no "
                + name
                + "; export a model for token classification to it, as docs/onnx.md says");
      }
    }
    ModelConfig config = ModelConfig.read(directory.resolve("config.json"));
    try {
      return open(directory, config);
    } catch (LinkageError e) {
      throw new IOException(
          "onnxruntime or tokenizers has no native library that runs on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + " ("
              + e.getMessage()
              + "); run without a model of your own",
          e);
    }
  }

  private static OnnxTagger open(Path directory, ModelConfig config) throws IOException {
    Subwords subwords = Subwords.open(directory.resolve("tokenizer.json"));
    try {
      Network network = Network.open(directory.resolve("model.onnx"), config.padding());
      OnnxTagger tagger = new OnnxTagger(config, subwords, network);
      tagger.check(directory.resolve("model.onnx"));
      return tagger;
    } catch (IOException | RuntimeException | LinkageError e) {
      subwords.close();
      throw e;
    }
  }

  private void check(Path model) throws IOException {
    int given;
    try {
      given = network.run(List.of(subwords.encode("A", 0, 1)))[0][0].length;
    } catch (OrtException e) {
      network.close();
      throw new IOException(
          model
              + " fails at a first word ("
              + e.getMessage()
              + "); export it again, together with its tokenizer",
          e);
    }
    if (given != config.labels().size()) {
      network.close();
      throw new IOException(
          model
              + " tells "
              + given
              + " labels apart, and config.json names "
              + config.labels().size()
              + "; take both files from one export");
    }
  }

  /**
   * The names in a text, in its order, none overlapping.
   *
   * @param language BCP 47 tag; says where sentences may be divided, the model is asked whatever it
   *     is
   * @throws IllegalStateException if the network fails
   */
  @Override
  public List<Span> tag(String text, String language) {
    List<Window> windows = Windows.of(subwords, config.longest(), text, language);
    List<Span> names = new ArrayList<>();
    for (int first = 0; first < windows.size(); first += WINDOWS_AT_A_TIME) {
      int end = Math.min(windows.size(), first + WINDOWS_AT_A_TIME);
      addNames(text, windows.subList(first, end), names);
    }
    return names;
  }

  private void addNames(String text, List<Window> windows, List<Span> names) {
    try {
      float[][][] scores = network.run(windows);
      for (int i = 0; i < windows.size(); i++) {
        names.addAll(NameReader.read(text, windows.get(i), config.labels(), scores[i]));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the ONNX model fails: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    network.close();
    subwords.close();
  }
}
