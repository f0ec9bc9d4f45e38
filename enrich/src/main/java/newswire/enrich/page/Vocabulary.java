package newswire.enrich.page;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Words of ASCII letters, hyphens and low lines, each with what it means, found in names without
 * copying them and in any case: an automaton after Aho and Corasick (1975).
 */
final class Vocabulary {

  /** Letters, hyphen, low line, and all else. */
  private static final int SIGNS = 29;

  private static final int ELSE = SIGNS - 1;
  private static final byte[] SIGN = signs();

  /** By state and sign: the state of the longest word begun that goes on so. */
  private final int[] next;

  /** By state: how many signs of a word it stands for. */
  private final int[] depth;

  /** By state: what the word means that ends there, and what all that end there mean. */
  private final int[] own;

  private final int[] all;
  private int states = 1;

  /**
   * Words in lower case.
   *
   * @param meanings bits of a set, by word
   */
  Vocabulary(Map<String, Integer> meanings) {
    int most = 1 + meanings.keySet().stream().mapToInt(String::length).sum();
    next = new int[most * SIGNS];
    depth = new int[most];
    own = new int[most];
    new TreeMap<>(meanings).forEach(this::add);
    all = own.clone();
    linkFailures();
  }

  private void add(String word, int meaning) {
    int state = 0;
    for (int i = 0; i < word.length(); i++) {
      int edge = state * SIGNS + sign(word.charAt(i));
      if (next[edge] == 0) {
        next[edge] = states;
        depth[states] = i + 1;
        states++;
      }
      state = next[edge];
    }
    own[state] |= meaning;
  }

  private void linkFailures() {
    int[] failure = new int[states];
    Queue<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int sign = 0; sign < SIGNS; sign++) {
        int edge = state * SIGNS + sign;
        int back = state == 0 ? 0 : next[failure[state] * SIGNS + sign];
        int to = next[edge];
        if (to == 0) {
          next[edge] = back;
        } else {
          failure[to] = back;
          all[to] |= all[back];
          open.add(to);
        }
      }
    }
  }

  /** What the part of {@code name} means if it is one of the words; else 0. */
  int of(String name, int start, int end) {
    int state = 0;
    for (int i = start; i < end; i++) {
      state = next[state * SIGNS + sign(name.charAt(i))];
      if (depth[state] != i - start + 1) {
        return 0;
      }
    }
    return own[state];
  }

  /** What all words that {@code name} holds anywhere mean together. */
  int within(String name) {
    int state = 0;
    int meaning = 0;
    for (int i = 0; i < name.length(); i++) {
      state = next[state * SIGNS + sign(name.charAt(i))];
      meaning |= all[state];
    }
    return meaning;
  }

  private static int sign(char c) {
    return c < SIGN.length ? SIGN[c] : ELSE;
  }

  private static byte[] signs() {
    byte[] signs = new byte[128];
    Arrays.fill(signs, (byte) ELSE);
    for (int i = 0; i < 26; i++) {
      signs['a' + i] = (byte) i;
      signs['A' + i] = (byte) i;
    }
    signs['-'] = 26;
    signs['_'] = 27;
    return signs;
  }
}
