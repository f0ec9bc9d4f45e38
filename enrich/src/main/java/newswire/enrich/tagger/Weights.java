package newswire.enrich.tagger;

/**
 * Weights of features for the seven tags, a byte each, seven to a long, found by the feature's
 * hash. Eight lanes of a long are summed at once: each byte is kept 128 too great, which is taken
 * off by the number of features at the end. Immutable once filled.
 */
final class Weights {

  static final int BIAS = 128;
  static final long LANES = 0x00FF00FF00FF00FFL;

  /** Rows of weights for each key: 1, or one for every tag before. */
  final int rows;

  private final int[] keys;
  private final long[] weights;

  Weights(int features, int rows) {
    int capacity = Integer.highestOneBit(Math.max(4, features * 3 / 2)) * 2;
    this.rows = rows;
    keys = new int[capacity];
    weights = new long[capacity * rows];
  }

  /**
   * Adds a feature.
   *
   * @param bytes weights by row and tag
   */
  void put(int key, byte[] bytes) {
    int slot = slot(key);
    keys[slot] = key;
    for (int row = 0; row < rows; row++) {
      long packed = 0;
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        packed |= (long) (bytes[row * Tags.COUNT + tag] + BIAS) << tag * 8;
      }
      weights[slot * rows + row] = packed;
    }
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /**
   * Finds features all at once: what is read of memory is read before anything is compared, so that
   * the reads do not wait for each other.
   *
   * @param features the first {@code count} of them
   * @param places filled with where the first row of each that has weights is, in their order
   * @return how many have
   */
  int find(int[] features, int count, int[] places) {
    int mask = keys.length - 1;
    for (int i = 0; i < count; i++) {
      places[i] = keys[features[i] & mask];
    }
    int hits = 0;
    for (int i = 0; i < count; i++) {
      int key = features[i];
      int slot = key & mask;
      int there = places[i];
      while (there != 0 && there != key) {
        slot = slot + 1 & mask;
        there = keys[slot];
      }
      places[hits] = slot * rows;
      hits += there == 0 ? 0 : 1;
    }
    return hits;
  }

  long row(int at) {
    return weights[at];
  }
}
