package newswire.enrich.tagger;

import java.util.Arrays;

/** Numbers 32-bit hashes in the order in which they first come up; open addressing. */
final class FeatureIndex {

  private int[] keys = new int[1 << 16];
  private int[] numbers = new int[1 << 16];
  private int[] ordered = new int[1 << 15];
  private int size;

  int size() {
    return size;
  }

  /** The number of a key that is not zero, from 0. */
  int number(int key) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      numbers[slot] = size;
      ordered[size++] = key;
    }
    return numbers[slot];
  }

  int key(int number) {
    return ordered[number];
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    keys = new int[keys.length * 2];
    numbers = new int[keys.length];
    ordered = Arrays.copyOf(ordered, keys.length / 2);
    for (int i = 0; i < size; i++) {
      int slot = slot(ordered[i]);
      keys[slot] = ordered[i];
      numbers[slot] = i;
    }
  }
}
