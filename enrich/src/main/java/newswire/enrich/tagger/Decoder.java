package newswire.enrich.tagger;

import java.util.Arrays;

/**
 * Finds the best sequence of tags by Viterbi's algorithm, and how far the best sequence without a
 * given name falls behind. Reused from sentence to sentence; not thread-safe.
 */
final class Decoder {

  private static final int T = Tags.COUNT;
  private static final int NEVER = Integer.MIN_VALUE / 4;

  private int[] emit = new int[64 * T];
  private int[] edge = new int[64 * T * T];
  private int[] ahead = new int[64 * T];
  private int[] behind = new int[64 * T];
  private byte[] from = new byte[64 * T];
  private final int[] places = new int[Features.MOST];
  private int count;

  /** Weighs the features of tokens {@code first} to {@code end}, which make a sentence. */
  void weigh(Model model, Features features, int first, int end) {
    count = end - first;
    if (emit.length < count * T) {
      emit = new int[count * T * 2];
      ahead = new int[count * T * 2];
      behind = new int[count * T * 2];
      from = new byte[count * T * 2];
      edge = new int[count * T * T * 2];
    }
    features.within(first, end);
    for (int i = 0; i < count; i++) {
      features.fill(first + i);
      weighEmits(model.emit(), features, i * T);
      weighEdges(model.edge(), features, i * T * T);
    }
  }

  private void weighEmits(Weights weights, Features features, int to) {
    int hits = weights.find(features.emit, features.emits, places);
    long even = 0;
    long odd = 0;
    for (int k = 0; k < hits; k++) {
      long row = weights.row(places[k]);
      even += row & Weights.LANES;
      odd += row >>> 8 & Weights.LANES;
    }
    unpack(even, odd, hits * Weights.BIAS, emit, to);
  }

  private void weighEdges(Weights weights, Features features, int to) {
    int hits = weights.find(features.edge, features.edges, places);
    for (int before = 0; before < T; before++) {
      long even = 0;
      long odd = 0;
      for (int k = 0; k < hits; k++) {
        long row = weights.row(places[k] + before);
        even += row & Weights.LANES;
        odd += row >>> 8 & Weights.LANES;
      }
      unpack(even, odd, hits * Weights.BIAS, edge, to + before * T);
    }
  }

  private static void unpack(long even, long odd, int bias, int[] out, int to) {
    for (int pair = 0; pair < 4; pair++) {
      out[to + pair * 2] = (int) (even >>> pair * 16 & 0xFFFF) - bias;
      if (pair < 3) {
        out[to + pair * 2 + 1] = (int) (odd >>> pair * 16 & 0xFFFF) - bias;
      }
    }
  }

  /** The best tags of the sentence weighed last. */
  void best(byte[] tags, int to) {
    if (count == 0) {
      return;
    }
    forward();
    int tag = 0;
    int last = (count - 1) * T;
    for (int t = 1; t < T; t++) {
      tag = ahead[last + t] > ahead[last + tag] ? t : tag;
    }
    for (int i = count - 1; i >= 0; i--) {
      tags[to + i] = (byte) tag;
      tag = from[i * T + tag];
    }
  }

  private void forward() {
    for (int t = 0; t < T; t++) {
      ahead[t] = Tags.mayFollow(Tags.O, t) ? emit[t] + edge[t] : NEVER;
      from[t] = Tags.O;
    }
    for (int i = 1; i < count; i++) {
      for (int t = 0; t < T; t++) {
        int best = NEVER;
        int before = 0;
        for (int p = 0; p < T; p++) {
          int score = ahead[(i - 1) * T + p] + edge[i * T * T + p * T + t];
          if (score > best && Tags.mayFollow(p, t)) {
            best = score;
            before = p;
          }
        }
        ahead[i * T + t] = best + emit[i * T + t];
        from[i * T + t] = (byte) before;
      }
    }
  }

  /** Prepares {@link #margin}; after {@link #best}. */
  void backward() {
    Arrays.fill(behind, (count - 1) * T, count * T, 0);
    for (int i = count - 2; i >= 0; i--) {
      for (int p = 0; p < T; p++) {
        int best = NEVER;
        for (int t = 0; t < T; t++) {
          if (Tags.mayFollow(p, t)) {
            int next = (i + 1) * T + t;
            best = Math.max(best, behind[next] + emit[next] + edge[(i + 1) * T * T + p * T + t]);
          }
        }
        behind[i * T + p] = best;
      }
    }
  }

  /** By how much the best sequence beats the best with another tag at this token. */
  int margin(int token, int tag) {
    int other = NEVER;
    for (int t = 0; t < T; t++) {
      if (t != tag) {
        other = Math.max(other, ahead[token * T + t] + behind[token * T + t]);
      }
    }
    return ahead[token * T + tag] + behind[token * T + tag] - other;
  }
}
