package newswire.enrich.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A second scorer for short texts: a linear model over the n-grams of words ({@link WordGrams}),
 * trained to mend what {@link Likelihoods} gets wrong, hence silent about n-grams it has not seen.
 * Safe for use by several threads.
 *
 * <p>The model is made by {@code RerankerTraining} among the tests; docs/models/language.md
 * describes it. Its file is gzipped: for each script its name, the number of its languages and
 * their tags, the unit of weights as a float and the number of n-grams; for each n-gram its hash of
 * 32 bits, the number of its weights, and for each the language's number and the weight in units, a
 * byte each.
 */
final class Reranker {

  private static final String RESOURCE = "reranker.bin.gz";

  private final Map<Script, Model> models;

  /**
   * For one script.
   *
   * @param columns by language of the script: the number of its weights, -1 where it has none
   */
  record Model(List<Integer> columns, int labels, GramTable grams) {}

  /** By models; a script that has none is left as it is. */
  Reranker(Map<Script, Model> models) {
    this.models = models;
  }

  /** The one that ships. */
  static Reranker load() {
    try (InputStream in = Reranker.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /** Reads the format described above. */
  static Reranker read(InputStream gzipped) throws IOException {
    Map<Script, Model> models = new EnumMap<>(Script.class);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(gzipped)))) {
      int scripts = in.readUnsignedByte();
      for (int i = 0; i < scripts; i++) {
        models.put(Script.valueOf(in.readUTF()), model(in));
      }
    }
    return new Reranker(models);
  }

  private static Model model(DataInputStream in) throws IOException {
    int labels = in.readUnsignedByte();
    Map<Tongue, Integer> numbers = new EnumMap<>(Tongue.class);
    for (int i = 0; i < labels; i++) {
      for (String tag : in.readUTF().split(" ", -1)) {
        numbers.put(Tongue.tagged(tag), i);
      }
    }
    Script script = numbers.keySet().iterator().next().script();
    float unit = in.readFloat();
    int rows = in.readInt();
    GramTable.Builder grams = new GramTable.Builder();
    for (int i = 0; i < rows; i++) {
      grams.start(Integer.toUnsignedLong(in.readInt()));
      int weights = in.readUnsignedByte();
      for (int j = 0; j < weights; j++) {
        grams.weight(in.readUnsignedByte(), in.readByte() * unit);
      }
    }
    List<Integer> columns =
        Tongue.in(script).stream().map(tongue -> numbers.getOrDefault(tongue, -1)).toList();
    return new Model(columns, labels, grams.build());
  }

  /**
   * Adds what the model knows to the scores.
   *
   * <p>A language it has no weights for stays as far from the best of the others as it was: what is
   * not in the training data neither wins nor loses by it.
   *
   * @param scores logarithms of probabilities, one for each of {@link Tongue#in}
   */
  double[] rerank(double[] scores, String text, Script script) {
    Model model = models.get(script);
    if (model == null) {
      return scores;
    }
    GramTable.Sum sum = model.grams().sum(model.labels());
    WordGrams.each(text, sum::add);
    double before = Double.NEGATIVE_INFINITY;
    double after = Double.NEGATIVE_INFINITY;
    double[] reranked = scores.clone();
    for (int i = 0; i < scores.length; i++) {
      int column = model.columns().get(i);
      if (column >= 0) {
        reranked[i] += sum.of(column);
        before = Math.max(before, scores[i]);
        after = Math.max(after, reranked[i]);
      }
    }
    for (int i = 0; i < scores.length; i++) {
      if (model.columns().get(i) < 0) {
        reranked[i] += after - before;
      }
    }
    return reranked;
  }
}
