package newswire.enrich.story;

/**
 * Some hashes with a weight each, in ascending order of the hash, each hash once.
 *
 * @param hashes 24 bits each
 * @param levels the square roots of the weights in 255ths, so that small weights keep their
 *     precision
 */
record Weights(int[] hashes, byte[] levels) {

  private static final int MOST = 255;
  private static final double[] WEIGHTS = new double[MOST + 1];

  static {
    for (int level = 0; level <= MOST; level++) {
      double root = (double) level / MOST;
      WEIGHTS[level] = root * root;
    }
  }

  /** The level of a weight from 0 to 1. */
  static byte level(double weight) {
    return (byte) Math.min(MOST, Math.round(MOST * Math.sqrt(weight)));
  }

  int size() {
    return hashes.length;
  }

  double weight(int at) {
    return WEIGHTS[levels[at] & MOST];
  }

  double squares() {
    double sum = 0;
    for (int i = 0; i < hashes.length; i++) {
      sum += weight(i) * weight(i);
    }
    return sum;
  }

  /** The sum of the products of the weights of what both have. */
  double dot(Weights other) {
    double sum = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < hashes.length && theirs < other.hashes.length) {
      int order = Integer.compare(hashes[mine], other.hashes[theirs]);
      if (order == 0) {
        sum += weight(mine) * other.weight(theirs);
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return sum;
  }
}
