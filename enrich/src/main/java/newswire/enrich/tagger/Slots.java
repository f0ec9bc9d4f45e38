package newswire.enrich.tagger;

import java.util.Collection;

/** Places of hashes in a table, by open addressing with linear probing. Immutable. */
final class Slots {

  /** Of a hash that has no place. */
  static final int NONE = -1;

  private static final int FREE = 0;

  private final int[] keys;

  /** At most two thirds are taken. */
  Slots(Collection<Integer> hashes) {
    keys = new int[Integer.highestOneBit(Math.max(4, hashes.size() * 3 / 2)) * 2];
    for (int hash : hashes) {
      int key = key(hash);
      keys[probe(key)] = key;
    }
  }

  int size() {
    return keys.length;
  }

  int of(int hash) {
    int slot = probe(key(hash));
    return keys[slot] == FREE ? NONE : slot;
  }

  // Zero is taken for one.
  private static int key(int hash) {
    return hash == FREE ? 1 : hash;
  }

  private int probe(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
