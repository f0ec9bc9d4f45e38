package newswire.enrich.tagger;

import java.util.Arrays;

/**
 * Where else in a text the word of a token stands: up to two other places, those before it and
 * after it that are nearest. Reused; not thread-safe.
 */
final class Elsewhere {

  static final int NONE = -1;

  private int[] slots = new int[0];
  private int[] before = new int[512];
  private int[] after = new int[512];

  void read(Tokens tokens, WordFacts facts) {
    int count = tokens.count;
    if (before.length < count) {
      before = new int[count * 2];
      after = new int[count * 2];
    }
    int capacity = Integer.highestOneBit(Math.max(16, count)) * 4;
    if (slots.length < capacity) {
      slots = new int[capacity];
    }
    Arrays.fill(slots, 0, capacity, 0);
    for (int i = 0; i < count; i++) {
      before[i] = NONE;
      after[i] = NONE;
      int slot = slot(i, capacity - 1, facts);
      if (slots[slot] != 0) {
        before[i] = slots[slot] - 1;
        after[before[i]] = i;
      }
      slots[slot] = i + 1;
    }
  }

  private int slot(int token, int mask, WordFacts facts) {
    int word = facts.get(token, WordFacts.WORD);
    int slot = Features.mix(1, word) & mask;
    while (slots[slot] != 0 && facts.get(slots[slot] - 1, WordFacts.WORD) != word) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The nearest token before with the same word; {@link #NONE} if there is none. */
  int before(int token) {
    return before[token];
  }

  /** The nearest token after with the same word; {@link #NONE} if there is none. */
  int after(int token) {
    return after[token];
  }
}
