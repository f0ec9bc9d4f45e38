package newswire.enrich.tagger;

/**
 * What the tagger looks at, as 32-bit hashes: those in {@link #emit} are weighed for the tag of the
 * token, those in {@link #edge} for that tag and the one before. Filled anew for each token; not
 * thread-safe.
 */
abstract class Features {

  /** At most so many of a token. */
  static final int MOST = 192;

  private static final int MOST_EDGES = 16;

  final int[] emit = new int[MOST];
  int emits;

  final int[] edge = new int[MOST_EDGES];
  int edges;

  /**
   * Looks at a text as a whole.
   *
   * @param hints what the gazetteer says of each token, see {@link Hints}
   */
  abstract void read(String text, Tokens tokens, byte[] hints);

  /** Keeps to a sentence, as training does: what is outside of it is not looked at. */
  abstract void within(int first, int end);

  /** Fills {@link #emit} and {@link #edge} for a token of the text read last. */
  abstract void fill(int token);

  final void clear() {
    emits = 0;
    edges = 0;
  }

  final void add(int template, int value) {
    emit[emits++] = mix(template, value);
  }

  final void add(int template, int first, int second) {
    emit[emits++] = mix(template, pair(first, second));
  }

  final void addEdge(int template, int value) {
    edge[edges++] = mix(template, value);
  }

  static int pair(int first, int second) {
    return first * 31 + Integer.rotateLeft(second * 0x9E3779B1, 13);
  }

  /** A bijection of {@code value} for each template: the finaliser of MurmurHash3; never zero. */
  static int mix(int template, int value) {
    int h = value + template * 0x9E3779B1;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h == 0 ? 1 : h;
  }
}
