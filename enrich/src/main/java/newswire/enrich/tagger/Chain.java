package newswire.enrich.tagger;

import newswire.enrich.tagger.Examples.Example;

/**
 * Probabilities of tags in one sentence of a linear-chain conditional random field, by the forward
 * and backward recursions (Lafferty, McCallum and Pereira 2001). Reused; not thread-safe.
 */
final class Chain {

  private static final int T = Tags.COUNT;

  private double[] emit = new double[0];
  private double[] edge = new double[0];
  private double[] forward = new double[0];
  private double[] backward = new double[0];
  private double[] scale = new double[0];
  private int count;

  /** Computes all probabilities under the given weights; each row has one weight for every tag. */
  void read(Example example, float[] emitWeights, float[] edgeWeights) {
    count = example.gold().length;
    if (scale.length < count) {
      emit = new double[count * T * 2];
      forward = new double[count * T * 2];
      backward = new double[count * T * 2];
      edge = new double[count * T * T * 2];
      scale = new double[count * 2];
    }
    for (int i = 0; i < count; i++) {
      weighEmits(example.emit()[i], emitWeights, i * T);
      weighEdges(example.edge()[i], edgeWeights, i);
    }
    forward();
    backward();
  }

  private void weighEmits(int[] features, float[] weights, int to) {
    double most = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < T; t++) {
      float sum = 0;
      for (int feature : features) {
        sum += weights[feature * T + t];
      }
      emit[to + t] = sum;
      most = Math.max(most, sum);
    }
    for (int t = 0; t < T; t++) {
      emit[to + t] = StrictMath.exp(emit[to + t] - most);
    }
  }

  private void weighEdges(int[] features, float[] weights, int token) {
    for (int before = 0; before < T; before++) {
      for (int t = 0; t < T; t++) {
        int at = before * T + t;
        boolean possible = Tags.mayFollow(before, t) && (token > 0 || before == Tags.O);
        float sum = 0;
        for (int feature : features) {
          sum += weights[feature * T * T + at];
        }
        edge[token * T * T + at] = possible ? StrictMath.exp(sum) : 0;
      }
    }
  }

  private void forward() {
    for (int i = 0; i < count; i++) {
      double total = 0;
      for (int t = 0; t < T; t++) {
        double sum = i == 0 ? edge[t] : 0;
        for (int before = 0; i > 0 && before < T; before++) {
          sum += forward[(i - 1) * T + before] * edge[i * T * T + before * T + t];
        }
        forward[i * T + t] = sum * emit[i * T + t];
        total += forward[i * T + t];
      }
      scale[i] = total;
      for (int t = 0; t < T; t++) {
        forward[i * T + t] /= total;
      }
    }
  }

  private void backward() {
    for (int t = 0; t < T; t++) {
      backward[(count - 1) * T + t] = 1;
    }
    for (int i = count - 2; i >= 0; i--) {
      for (int before = 0; before < T; before++) {
        double sum = 0;
        for (int t = 0; t < T; t++) {
          int next = (i + 1) * T + t;
          sum += edge[(i + 1) * T * T + before * T + t] * emit[next] * backward[next];
        }
        backward[i * T + before] = sum / scale[i + 1];
      }
    }
  }

  /** Probability of a tag. */
  double of(int token, int tag) {
    return forward[token * T + tag] * backward[token * T + tag];
  }

  /** Probability of a tag after a tag; before the first token only O is possible. */
  double of(int token, int before, int tag) {
    if (token == 0) {
      return before == Tags.O ? of(0, tag) : 0;
    }
    int at = token * T + tag;
    return forward[(token - 1) * T + before]
        * edge[token * T * T + before * T + tag]
        * emit[at]
        * backward[at]
        / scale[token];
  }
}
