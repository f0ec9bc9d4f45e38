package newswire.ner.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Makes names of what the network says of one window: the label of a word is the best of its first
 * sub-token's, the confidence of a name the mean of its words' softmax.
 */
final class NameReader {

  private final String text;
  private final List<Optional<Label>> labels;
  private final List<Span> names = new ArrayList<>();

  private @Nullable EntityType type;
  private int start;
  private int end;
  private double sum;
  private int words;

  private NameReader(String text, List<Optional<Label>> labels) {
    this.text = text;
    this.labels = labels;
  }

  /**
   * The names in a window of a text, in its order.
   *
   * @param labels by index
   * @param scores by sub-token, by label
   */
  static List<Span> read(
      String text, Window window, List<Optional<Label>> labels, float[][] scores) {
    NameReader reader = new NameReader(text, labels);
    int token = 0;
    while (token < window.length()) {
      int first = token++;
      if (window.opens[first]) {
        int to = window.to[first];
        while (token < window.length() && !window.opens[token]) {
          to = window.from[token] == Window.NOWHERE ? to : window.to[token];
          token++;
        }
        reader.add(window.from[first], to, scores[first]);
      }
    }
    reader.finish();
    return reader.names;
  }

  private void add(int from, int to, float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    Label label = labels.get(best).orElse(null);
    if (label == null) {
      finish();
      return;
    }
    // No name runs over the end of a line.
    boolean apart = type != null && text.substring(end, from).indexOf('\n') >= 0;
    if (label.opens() || apart || label.type() != type) {
      finish();
      type = label.type();
      start = from;
    }
    end = to;
    sum += probability(scores, best);
    words++;
    if (label.closes()) {
      finish();
    }
  }

  private void finish() {
    if (type != null) {
      names.add(new Span(start, end, type, sum / words));
    }
    type = null;
    sum = 0;
    words = 0;
  }

  private static double probability(float[] scores, int best) {
    double total = 0;
    for (float score : scores) {
      total += StrictMath.exp(score - (double) scores[best]);
    }
    return 1 / total;
  }
}
