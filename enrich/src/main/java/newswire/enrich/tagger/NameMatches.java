package newswire.enrich.tagger;

import java.util.Arrays;

/**
 * Which entries of {@link NameLists} cover each token of a text: in each of four layers the longest
 * from the left. Reused; not thread-safe.
 */
final class NameMatches {

  /** Whole names and, where words are written apart, parts of those of persons. */
  static final int NAMES = 0;

  static final int PERSONS = 1;
  static final int ENDS = 2;
  static final int FOREIGN = 3;

  private static final int LAYERS = 4;

  /** Kinds of each layer, a bit for each by its place in {@link NameLists}. */
  private static final int[] KINDS = {0x0F, 0x30, 0x1C0, 0x200};

  private static final int LONGEST = 10;
  private static final int OUTSIDE = -9;

  private final NameLists lists;
  private final int[][] labels = new int[LAYERS][512];
  private final int[] until = new int[LAYERS];
  private int first;
  private int end;

  NameMatches(NameLists lists) {
    this.lists = lists;
  }

  /** Makes all but a sentence's tokens be out of range. */
  void within(int from, int to) {
    first = from;
    end = to;
  }

  void read(Tokens tokens, WordFacts facts) {
    int count = tokens.count;
    within(0, count);
    for (int layer = 0; layer < LAYERS; layer++) {
      if (labels[layer].length < count) {
        labels[layer] = new int[count * 2];
      }
      Arrays.fill(labels[layer], 0, count, 0);
      until[layer] = 0;
    }
    for (int i = 0; i < count; i++) {
      match(i, count, facts);
    }
  }

  private void match(int from, int count, WordFacts facts) {
    int sequence = NameLists.START;
    int most = Math.min(count - from, LONGEST);
    for (int length = 1; length <= most; length++) {
      sequence = NameLists.after(sequence, facts.get(from + length - 1, WordFacts.WORD));
      int kinds = lists.kinds(sequence);
      if (kinds < 0) {
        break;
      }
      for (int layer = 0; kinds != 0 && layer < LAYERS; layer++) {
        int own = kinds & KINDS[layer];
        if (own != 0) {
          put(layer, own, from, from + length);
        }
      }
    }
  }

  /** A longer match from the same token replaces a shorter one. */
  private void put(int layer, int kinds, int from, int end) {
    int[] of = labels[layer];
    boolean free = from >= until[layer] || of[from] != 0 && isBegin(of[from]);
    if (free) {
      until[layer] = end;
      for (int i = from; i < end; i++) {
        int place = (i == from ? 1 : 0) + (i == end - 1 ? 2 : 0);
        of[i] = kinds * 4 + place;
      }
    }
  }

  private static boolean isBegin(int label) {
    return (label & 1) == 1;
  }

  /** 0 if no entry covers the token, else its kinds and the token's place in it. */
  int get(int layer, int token) {
    return token < first || token >= end ? OUTSIDE : labels[layer][token];
  }
}
