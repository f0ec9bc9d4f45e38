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
  private static final int AT_ONCE = 256;
  private static final int FEW = 1 << 9;
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

  private static int home(long[] slots, long key) {
    return (int) (key * MIX >>> 32) << 1 & slots.length - 1;
  }

  private static int slot(long[] slots, long key) {
    int mask = slots.length - 1;
    int slot = home(slots, key);
    while (slots[slot + 1] != 0 && slots[slot] != key) {
      slot = slot + 2 & mask;
    }
    return slot;
  }

  /** An empty sum of weights. */
  Sum sum(int labels) {
    return new Sum(labels);
  }

  /** Sums the weights of distinct n-grams; for one text and thread. */
  final class Sum {

    private final float[] sums;
    private int[] seen = new int[FEW];
    private int seenCount;

    /** Not yet looked up: several at once, so that reads of memory do not wait for each other. */
    private final long[] waiting = new long[AT_ONCE];

    /** What was read on the way: only so that it is near when it is needed. */
    private final long[] there = new long[AT_ONCE];

    private int count;

    private Sum(int labels) {
      sums = new float[labels];
    }

    /** Adds an n-gram's weights unless they have been added before. */
    void add(long key) {
      waiting[count++] = key;
      if (count == AT_ONCE) {
        flush();
      }
    }

    private void flush() {
      for (int i = 0; i < count; i++) {
        there[i] = slots[home(slots, waiting[i])];
      }
      int found = 0;
      for (int i = 0; i < count; i++) {
        long place = slots[slot(slots, waiting[i]) + 1];
        waiting[found] = place;
        found += place == 0 ? 0 : 1;
      }
      count = 0;
      for (int i = 0; i < found; i++) {
        there[i] = weights[(int) (waiting[i] >>> COUNT_BITS)];
      }
      for (int i = 0; i < found; i++) {
        int start = (int) (waiting[i] >>> COUNT_BITS);
        if (isNew(start)) {
          add(start, start + (int) (waiting[i] & COUNT));
        }
      }
    }

    private void add(int start, int end) {
      for (int i = start; i < end; i++) {
        int packed = weights[i];
        sums[packed & LAST_LABEL] += Float.intBitsToFloat(packed & ~LAST_LABEL);
      }
    }

    private boolean isNew(int start) {
      int slot = place(start + 1);
      if (seen[slot] != 0) {
        return false;
      }
      seen[slot] = start + 1;
      seenCount++;
      if (seenCount > seen.length / 2) {
        grow();
      }
      return true;
    }

    private int place(int one) {
      int mask = seen.length - 1;
      int slot = (int) (one * MIX >>> 32) & mask;
      while (seen[slot] != 0 && seen[slot] != one) {
        slot = slot + 1 & mask;
      }
      return slot;
    }

    private void grow() {
      int[] all = seen;
      seen = new int[all.length * 2];
      for (int one : all) {
        if (one != 0) {
          seen[place(one)] = one;
        }
      }
    }

    double of(int label) {
      flush();
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
