package newswire.enrich.language;

import java.util.Arrays;

/**
 * Weights of labels by n-gram: a hash table by open addressing in flat arrays. Never changed, hence
 * safe for use by several threads.
 */
final class GramTable {

  /** No label may be greater. */
  static final int LAST_LABEL = 63;

  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int COUNT_BITS = 8;
  private static final int COUNT = (1 << COUNT_BITS) - 1;

  /** By turns a key and the place of its weights: start and, in the low bits, count; 0 if free. */
  private final long[] slots;

  /** A float each, whose lowest bits are the label: they are beyond what a sum can tell. */
  private final int[] weights;

  private GramTable(long[] slots, int[] weights) {
    this.slots = slots;
    this.weights = weights;
  }

  private static int slot(long[] slots, long key) {
    int mask = slots.length - 1;
    int slot = (int) (key * MIX >>> 32) << 1 & mask;
    while (slots[slot + 1] != 0 && slots[slot] != key) {
      slot = slot + 2 & mask;
    }
    return slot;
  }

  /**
   * An empty sum of weights.
   *
   * @param most how many n-grams are going to be added at most
   */
  Sum sum(int labels, int most) {
    return new Sum(labels, most);
  }

  /** Sums the weights of distinct n-grams; for one text and thread. */
  final class Sum {

    private final float[] sums;
    private final int[] seen;

    private Sum(int labels, int most) {
      sums = new float[labels];
      seen = new int[Integer.highestOneBit(Math.max(1, most)) * 4];
    }

    /** Adds an n-gram's weights unless they have been added before. */
    void add(long key) {
      long place = slots[slot(slots, key) + 1];
      if (place != 0 && isNew((int) (place >>> COUNT_BITS))) {
        int start = (int) (place >>> COUNT_BITS);
        int end = start + (int) (place & COUNT);
        for (int i = start; i < end; i++) {
          int packed = weights[i];
          sums[packed & LAST_LABEL] += Float.intBitsToFloat(packed & ~LAST_LABEL);
        }
      }
    }

    private boolean isNew(int start) {
      int mask = seen.length - 1;
      int slot = (int) (start * MIX >>> 32) & mask;
      while (seen[slot] != 0) {
        if (seen[slot] == start + 1) {
          return false;
        }
        slot = slot + 1 & mask;
      }
      seen[slot] = start + 1;
      return true;
    }

    double of(int label) {
      return sums[label];
    }
  }

  /** Takes n-grams one after the other, each with its weights. */
  static final class Builder {

    private long[] keys = new long[1 << 10];
    private int[] starts = new int[1 << 10];
    private int[] weights = new int[1 << 12];
    private int count;
    private int filled;

    /** Starts the next n-gram; one left without weights is forgotten. */
    void start(long key) {
      forgetEmpty();
      if (count + 1 >= keys.length) {
        keys = Arrays.copyOf(keys, count * 2);
        starts = Arrays.copyOf(starts, count * 2);
      }
      keys[count] = key;
      starts[count++] = filled;
    }

    /** Adds a weight, of a label from 0 to {@link #LAST_LABEL}, to the n-gram just started. */
    void weight(int label, float weight) {
      if (label > LAST_LABEL) {
        throw new IllegalArgumentException("too many labels");
      }
      if (filled == weights.length) {
        weights = Arrays.copyOf(weights, filled * 2);
      }
      weights[filled++] = Float.floatToRawIntBits(weight) & ~LAST_LABEL | label;
    }

    GramTable build() {
      forgetEmpty();
      starts[count] = filled;
      long[] slots = new long[Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 8)];
      for (int i = 0; i < count; i++) {
        int slot = slot(slots, keys[i]);
        if (slots[slot + 1] != 0) {
          throw new IllegalArgumentException("an n-gram is there twice");
        }
        slots[slot] = keys[i];
        slots[slot + 1] = (long) starts[i] << COUNT_BITS | starts[i + 1] - starts[i];
      }
      return new GramTable(slots, Arrays.copyOf(weights, filled));
    }

    private void forgetEmpty() {
      if (count > 0 && starts[count - 1] == filled) {
        count--;
      }
    }
  }
}
