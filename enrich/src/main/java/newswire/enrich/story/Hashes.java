package newswire.enrich.story;

/**
 * Hashes of terms and names: FNV-1a over UTF-16 code units, finished by the mixer of SplitMix64
 * (Steele, Lea and Flood 2014).
 *
 * <p>Part of the data format: a change needs a new {@link StoryFeatures#VERSION}.
 */
final class Hashes {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int SHORT_BITS = 24;

  private Hashes() {}

  static long of(String text) {
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** Of 24 bits, so not negative: two lists of forty share one by chance once in 10,000 times. */
  static int shortOf(String text) {
    return (int) (of(text) >>> (Long.SIZE - SHORT_BITS));
  }

  /** One key of two numbers, in their order. */
  static int key(long one, long other) {
    return (int) (mix(mix(one) + other) >>> Integer.SIZE);
  }

  private static long mix(long hash) {
    long h = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }
}
