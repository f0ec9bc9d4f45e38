package newswire.enrich.sketch;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The smallest of a set's hashes, by which two sets are compared without being kept (bottom-k
 * sketch: Cohen and Kaplan 2007).
 *
 * @param hashes unsigned 32-bit hashes as non-negative numbers, ascending, each once
 * @param size distinct hashes of the whole set
 */
record Bottom(long[] hashes, int size) {

  private static final long ALL = 1L << Integer.SIZE;

  /** What two sets have below the threshold up to which both are known. */
  record Overlap(int left, int right, int common) {

    double jaccard() {
      return common == 0 ? 0 : (double) common / (left + right - common);
    }

    /** Part of the smaller set that is in the greater. */
    double containment() {
      return common == 0 ? 0 : (double) common / Math.min(left, right);
    }
  }

  static Bottom of(long[] hashes64, int most) {
    int[] sorted = new int[hashes64.length];
    for (int i = 0; i < sorted.length; i++) {
      // Turned about zero, so that signed order is the unsigned one.
      sorted[i] = (int) (hashes64[i] >>> Integer.SIZE) ^ Integer.MIN_VALUE;
    }
    Arrays.sort(sorted);
    long[] smallest = new long[Math.min(sorted.length, most)];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        continue;
      }
      if (size < most) {
        smallest[size] = Integer.toUnsignedLong(sorted[i] ^ Integer.MIN_VALUE);
      }
      size++;
    }
    return new Bottom(Arrays.copyOf(smallest, Math.min(size, most)), size);
  }

  static Bottom of(ByteBuffer bytes, int size) {
    ByteBuffer in = bytes.duplicate();
    long[] hashes = new long[in.remaining() / Integer.BYTES];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Integer.toUnsignedLong(in.getInt());
    }
    return new Bottom(hashes, size);
  }

  ByteBuffer bytes() {
    ByteBuffer out = ByteBuffer.allocate(hashes.length * Integer.BYTES);
    for (long hash : hashes) {
      out.putInt((int) hash);
    }
    return out.flip();
  }

  Overlap with(Bottom other) {
    long limit = Math.min(limit(), other.limit());
    int left = 0;
    int right = 0;
    int common = 0;
    while (left < hashes.length && hashes[left] < limit
        || right < other.hashes.length && other.hashes[right] < limit) {
      long mine = left < hashes.length ? hashes[left] : ALL;
      long theirs = right < other.hashes.length ? other.hashes[right] : ALL;
      if (mine == theirs) {
        common++;
      }
      left += mine <= theirs ? 1 : 0;
      right += theirs <= mine ? 1 : 0;
    }
    return new Overlap(left, right, common);
  }

  /** Below it every hash of the set is known. */
  private long limit() {
    return hashes.length == size ? ALL : hashes[hashes.length - 1] + 1;
  }
}
