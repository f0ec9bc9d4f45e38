package newswire.enrich.entities;

import java.util.Arrays;

/** The edges of a trie: from a node by a word's hash to a node. Grows; not for several threads. */
final class Steps {

  private static final int NONE = -1;
  private static final int FIRST_SIZE = 1 << 10;

  /** In bits; small enough to stay in the processor's cache. */
  private static final int FILTER = 1 << 17;

  private long[] keys = new long[FIRST_SIZE];
  private int[] nodes = filled(FIRST_SIZE);
  private int size;
  private final long[] filter = new long[FILTER / Long.SIZE];

  /** The node after {@code node} by {@code word}, or -1. */
  int get(int node, long word) {
    long key = Hash.step(node, word);
    int bit = (int) (key >>> 32) & FILTER - 1;
    if ((filter[bit / Long.SIZE] & 1L << bit) == 0) {
      return NONE;
    }
    return nodes[slot(keys, nodes, key)];
  }

  void put(int node, long word, int next) {
    if (2 * ++size > keys.length) {
      grow();
    }
    long key = Hash.step(node, word);
    int slot = slot(keys, nodes, key);
    keys[slot] = key;
    nodes[slot] = next;
    int bit = (int) (key >>> 32) & FILTER - 1;
    filter[bit / Long.SIZE] |= 1L << bit;
  }

  private static int slot(long[] keys, int[] nodes, long key) {
    int slot = (int) key & keys.length - 1;
    while (nodes[slot] != NONE && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] more = new long[keys.length * 2];
    int[] moreNodes = filled(more.length);
    for (int i = 0; i < keys.length; i++) {
      if (nodes[i] != NONE) {
        int slot = slot(more, moreNodes, keys[i]);
        more[slot] = keys[i];
        moreNodes[slot] = nodes[i];
      }
    }
    keys = more;
    nodes = moreNodes;
  }

  private static int[] filled(int size) {
    int[] nodes = new int[size];
    Arrays.fill(nodes, NONE);
    return nodes;
  }
}
