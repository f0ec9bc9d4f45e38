package newswire.enrich.tagger;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import newswire.enrich.tagger.Examples.Example;

/**
 * Trains a linear-chain conditional random field by stochastic gradients with AdaGrad's step sizes
 * (Duchi, Hazan and Singer 2011) and an L1 penalty, leaving features out at random; the mean of
 * several trainings that differ by what is left out. The same examples give the same model, bit by
 * bit.
 */
final class Trainer {

  private static final int T = Tags.COUNT;
  private static final int ROUNDS = 8;
  private static final int TRAININGS = 3;
  private static final float STEP = 0.3f;

  /** Draws weights towards zero, so that fewer have to be kept. */
  private static final float SHRINKAGE = 0.001f;

  /** Taken off O in the end: trained for likelihood, a model is more careful than F1 wants it. */
  private static final float LESS_O = 0.7f;

  /** Where more is left out, or where a model is to be careful. */
  private static final float LESS_O_CAREFUL = 0.45f;

  private static final double FEATURES_LEFT_OUT = 0.2;

  /** Where each character has few features of its own that generalise. */
  private static final double UNSPACED_LEFT_OUT = 0.4;

  private static final double NEGLIGIBLE = 0.002;
  private static final float FIRST_SQUARE = 1;
  private static final int SEED = 7;

  /** A model keeps at most so many features, those with the greatest weights. */
  private static final int MOST_FEATURES = 130_000;

  private static final int MOST_EDGES = 8_000;
  private static final float LEAST_WEIGHT = 0.02f;

  private final Examples examples;
  private final Chain chain = new Chain();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final float[] emit;
  private final float[] emitSquares;
  private final float[] edge;
  private final float[] edgeSquares;

  private final double leftOut;

  private Trainer(Examples examples, double leftOut) {
    this.examples = examples;
    this.leftOut = leftOut;
    emit = new float[examples.emits.size() * T];
    emitSquares = new float[emit.length];
    edge = new float[examples.edges.size() * T * T];
    edgeSquares = new float[edge.length];
  }

  static ModelFile.Content train(String language, Examples examples, Lexicon lexicon) {
    double leftOut = TaggerTraining.isUnspaced(language) ? UNSPACED_LEFT_OUT : FEATURES_LEFT_OUT;
    Trainer trainer = new Trainer(examples, leftOut);
    float[] emits = new float[trainer.emit.length];
    float[] edges = new float[trainer.edge.length];
    for (int training = 0; training < TRAININGS; training++) {
      trainer.train();
      addTo(emits, trainer.emit);
      addTo(edges, trainer.edge);
    }
    return trainer.content(language, lexicon, emits, edges);
  }

  private void train() {
    Arrays.fill(emit, 0);
    Arrays.fill(emitSquares, 0);
    Arrays.fill(edge, 0);
    Arrays.fill(edgeSquares, 0);
    int[] order = new int[examples.all.size()];
    Arrays.setAll(order, i -> i);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order);
      for (int sentence : order) {
        learn(examples.all.get(sentence)[round % Examples.VARIANTS]);
      }
    }
  }

  private static void addTo(float[] means, float[] weights) {
    for (int i = 0; i < means.length; i++) {
      means[i] += weights[i] / TRAININGS;
    }
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void learn(Example whole) {
    Example example = thinned(whole);
    chain.read(example, emit, edge);
    for (int i = 0; i < example.gold().length; i++) {
      learnEmits(example, i);
      learnEdges(example, i);
    }
  }

  private Example thinned(Example whole) {
    int[][] left = new int[whole.emit().length][];
    for (int i = 0; i < left.length; i++) {
      int[] features = whole.emit()[i].clone();
      int kept = 0;
      for (int feature : features) {
        if (random.nextDouble() >= leftOut) {
          features[kept++] = feature;
        }
      }
      left[i] = Arrays.copyOf(features, kept);
    }
    return new Example(left, whole.edge(), whole.gold());
  }

  private void learnEmits(Example example, int token) {
    for (int t = 0; t < T; t++) {
      double gradient = (example.gold()[token] == t ? 1 : 0) - chain.of(token, t);
      if (Math.abs(gradient) > NEGLIGIBLE) {
        for (int feature : example.emit()[token]) {
          step(emit, emitSquares, feature * T + t, (float) gradient);
        }
      }
    }
  }

  private void learnEdges(Example example, int token) {
    int before = token == 0 ? Tags.O : example.gold()[token - 1];
    for (int p = 0; p < T; p++) {
      for (int t = 0; t < T; t++) {
        boolean gold = p == before && t == example.gold()[token];
        double gradient = (gold ? 1 : 0) - chain.of(token, p, t);
        if (Math.abs(gradient) > NEGLIGIBLE) {
          for (int feature : example.edge()[token]) {
            step(edge, edgeSquares, (feature * T + p) * T + t, (float) gradient);
          }
        }
      }
    }
  }

  private static void step(float[] weights, float[] squares, int at, float gradient) {
    squares[at] += gradient * gradient;
    float rate = STEP / (float) Math.sqrt(squares[at] + FIRST_SQUARE);
    float weight = weights[at] + rate * gradient;
    float shrunk = Math.max(0, Math.abs(weight) - rate * SHRINKAGE);
    weights[at] = weight < 0 ? -shrunk : shrunk;
  }

  private ModelFile.Content content(
      String language, Lexicon lexicon, float[] emits, float[] edges) {
    // The first feature of all is the one that every token has.
    boolean careful = TaggerTraining.isUnspaced(language) || language.equals(Tagger.ANY);
    emits[Tags.O] -= careful ? LESS_O_CAREFUL : LESS_O;
    float most = Math.max(greatest(emits, 0, emits.length), greatest(edges, 0, edges.length));
    float scale = most == 0 ? 1 : Byte.MAX_VALUE / most;
    return new ModelFile.Content(
        language,
        scale,
        rows(examples.emits, emits, T, MOST_FEATURES, scale),
        rows(examples.edges, edges, T * T, MOST_EDGES, scale),
        lexicon);
  }

  private static TreeMap<Integer, byte[]> rows(
      FeatureIndex index, float[] weights, int width, int most, float scale) {
    float[] greatest = new float[index.size()];
    for (int i = 0; i < greatest.length; i++) {
      greatest[i] = greatest(weights, i * width, (i + 1) * width);
    }
    float[] sorted = greatest.clone();
    Arrays.sort(sorted);
    float least = sorted.length > most ? sorted[sorted.length - most] : 0;
    TreeMap<Integer, byte[]> rows = new TreeMap<>();
    for (int i = 0; i < greatest.length; i++) {
      if (greatest[i] >= Math.max(least, LEAST_WEIGHT)) {
        byte[] bytes = new byte[width];
        for (int k = 0; k < width; k++) {
          bytes[k] = (byte) Math.round(weights[i * width + k] * scale);
        }
        rows.put(index.key(i), bytes);
      }
    }
    return rows;
  }

  private static float greatest(float[] weights, int from, int to) {
    float greatest = 0;
    for (int i = from; i < to; i++) {
      greatest = Math.max(greatest, Math.abs(weights[i]));
    }
    return greatest;
  }
}
