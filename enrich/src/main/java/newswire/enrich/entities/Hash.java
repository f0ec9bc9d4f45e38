package newswire.enrich.entities;

/** 64-bit hashes of folded words; two different words of the world's languages never share one. */
final class Hash {

  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long STEP = 0xFF51AFD7ED558CCDL;

  private Hash() {}

  static long of(char[] chars, int from, int to) {
    long hash = SEED;
    for (int i = from; i < to; i++) {
      hash = add(hash, chars[i]);
    }
    return end(hash);
  }

  static long of(String word) {
    char[] chars = word.toCharArray();
    return of(chars, 0, chars.length);
  }

  static long start() {
    return SEED;
  }

  static long add(long hash, char c) {
    return (hash ^ c) * STEP + (hash >>> 29);
  }

  static long end(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 29;
  }

  /** Of a step in a trie: from a node by a word. */
  static long step(int node, long word) {
    long mixed = (word + node * SEED) * STEP;
    return mixed ^ mixed >>> 31;
  }
}
