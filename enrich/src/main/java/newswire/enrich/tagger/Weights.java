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

  /** Where the feature's first row is; -1 if it has no weights. */
  int find(int key) {
    int slot = slot(key);
    return keys[slot] == 0 ? -1 : slot * rows;
  }

  long row(int at) {
    return weights[at];
  }
}
