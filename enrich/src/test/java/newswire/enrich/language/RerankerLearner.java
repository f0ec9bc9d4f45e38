package newswire.enrich.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Logistic regression over the languages of one script: the weights of n-grams are learned on top
 * of what {@link Likelihoods} says, which stays as it is, by AdaGrad. The examples are stretches of
 * 3 to 8 words, as many of each language, and a few whole sentences.
 */
final class RerankerLearner {

  /** What the likelihoods count for while learning: the greater, the less is mended. */
  private static final double TRUST = LanguageDetector.SHARPNESS;

  private static final int EPOCHS = 3;
  private static final int EXAMPLES = 500;
  private static final int FEWEST_SENTENCES = 2;
  private static final double RATE = 0.05;
  private static final double STEADY = 0.01;
  private static final double NEGLIGIBLE = 1e-3;
  private static final int SHORTEST = 3;
  private static final int LENGTHS = 6;
  private static final int WHOLE_IN = 12;

  private final Script script;
  private final Map<Tongue, List<String>> sentences;
  private final List<String> labels = new ArrayList<>();
  private final int[] labelOf;
  private final Map<Long, Integer> frequency = new HashMap<>();
  private final Map<Long, float[]> weights = new TreeMap<>();
  private final Map<Long, float[]> squares = new HashMap<>();

  private record Example(int label, long[] grams, double[] likelihoods) {}

  RerankerLearner(Script script, Map<Tongue, List<String>> sentences) {
    this.script = script;
    this.sentences = sentences;
    labelOf = new int[Tongue.in(script).size()];
    Arrays.fill(labelOf, -1);
    for (Tongue tongue : sentences.keySet()) {
      labelOf[Tongue.in(script).indexOf(tongue)] = label(tongue);
    }
    for (List<String> own : sentences.values()) {
      for (String sentence : own) {
        for (long gram : grams(sentence)) {
          frequency.merge(gram, 1, Integer::sum);
        }
      }
    }
  }

  /** Croatian and Serbian differ by too few n-grams: only Cousins tells them apart. */
  private int label(Tongue tongue) {
    if (tongue == Tongue.SR_LATN && sentences.containsKey(Tongue.HR)) {
      int croatian = labels.indexOf(Tongue.HR.tag());
      labels.set(croatian, labels.get(croatian) + " " + tongue.tag());
      return croatian;
    }
    labels.add(tongue.tag());
    return labels.size() - 1;
  }

  /** The tags of each label, one space between them. */
  List<String> labels() {
    return labels;
  }

  /** By n-gram, one weight for each label, on the scale of the likelihoods. */
  Map<Long, float[]> weights() {
    Map<Long, float[]> scaled = new TreeMap<>();
    weights.forEach(
        (gram, row) -> {
          float[] copy = row.clone();
          for (int i = 0; i < copy.length; i++) {
            copy[i] /= (float) TRUST;
          }
          scaled.put(gram, copy);
        });
    return scaled;
  }

  void learn() {
    Random random = new Random(1);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      List<Example> examples = new ArrayList<>();
      sentences.forEach((tongue, own) -> examples.addAll(examples(tongue, own, random)));
      Collections.shuffle(examples, random);
      examples.forEach(this::learn);
    }
  }

  private List<Example> examples(Tongue tongue, List<String> own, Random random) {
    List<String> stretches = new ArrayList<>();
    own.forEach(sentence -> stretch(sentence.split(" ", -1), stretches, random));
    Collections.shuffle(stretches, random);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      examples.add(example(tongue, stretches.get(i % stretches.size())));
    }
    return examples;
  }

  private static void stretch(String[] words, List<String> stretches, Random random) {
    int at = -random.nextInt(SHORTEST + 1);
    while (at < words.length) {
      int length =
          random.nextInt(WHOLE_IN) == 0 ? words.length : SHORTEST + random.nextInt(LENGTHS);
      int from = Math.max(0, at);
      int to = Math.min(words.length, at + length);
      if (to - from > 1) {
        stretches.add(String.join(" ", Arrays.copyOfRange(words, from, to)));
      }
      at += length;
    }
    if (words.length <= SHORTEST) {
      stretches.add(String.join(" ", words));
    }
  }

  private Example example(Tongue tongue, String text) {
    double[] scores = Likelihoods.loaded().of(text, script);
    double[] likelihoods = new double[labels.size()];
    Arrays.fill(likelihoods, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < scores.length; i++) {
      if (labelOf[i] >= 0) {
        likelihoods[labelOf[i]] = Math.max(likelihoods[labelOf[i]], scores[i] * TRUST);
      }
    }
    return new Example(labelOf[Tongue.in(script).indexOf(tongue)], grams(text), likelihoods);
  }

  private static long[] grams(String text) {
    LongStream.Builder grams = LongStream.builder();
    WordGrams.each(text, grams::add);
    return grams.build().distinct().toArray();
  }

  private void learn(Example example) {
    double[] scores = example.likelihoods().clone();
    List<float[]> rows = new ArrayList<>();
    List<float[]> gradients = new ArrayList<>();
    for (long gram : example.grams()) {
      if (frequency.getOrDefault(gram, 0) >= FEWEST_SENTENCES) {
        float[] row = weights.computeIfAbsent(gram, any -> new float[labels.size()]);
        rows.add(row);
        gradients.add(squares.computeIfAbsent(gram, any -> new float[labels.size()]));
        for (int i = 0; i < scores.length; i++) {
          scores[i] += row[i];
        }
      }
    }
    double top = Arrays.stream(scores).max().orElse(0);
    double all = Arrays.stream(scores).map(score -> Math.exp(score - top)).sum();
    for (int i = 0; i < scores.length; i++) {
      double error = Math.exp(scores[i] - top) / all - (i == example.label() ? 1 : 0);
      if (Math.abs(error) > NEGLIGIBLE) {
        step(i, (float) error, rows, gradients);
      }
    }
  }

  private static void step(int label, float error, List<float[]> rows, List<float[]> squares) {
    for (int i = 0; i < rows.size(); i++) {
      float[] square = squares.get(i);
      square[label] += error * error;
      rows.get(i)[label] -= (float) (RATE * error / Math.sqrt(square[label] + STEADY));
    }
  }
}
