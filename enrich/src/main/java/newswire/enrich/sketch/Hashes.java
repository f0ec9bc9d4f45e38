package newswire.enrich.sketch;

import java.util.Arrays;

/**
 * 64-bit hashes of words, tokens, shingles and numbers: FNV-1a over UTF-16 code units, finished by
 * the mixer of SplitMix64 (Steele, Lea and Flood 2014).
 *
 * <p>Part of the data format: a change needs a new {@link Fingerprint#VERSION}.
 */
public final class Hashes {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final int TURN = 23;

  private Hashes() {}

  /** Spreads the bits of a number. */
  public static long mix(long hash) {
    long h = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }

  /** Of a whole text as it is. */
  public static long of(String text) {
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** One hash a token. */
  static long[] tokens(Tokens tokens) {
    long[] hashes = new long[tokens.size()];
    for (int i = 0; i < hashes.length; i++) {
      long hash = BASIS;
      for (int at = tokens.start(i); at < tokens.end(i); at++) {
        hash = (hash ^ tokens.charAt(at)) * PRIME;
      }
      hashes[i] = mix(hash);
    }
    return hashes;
  }

  /** One hash for every run of {@code width} tokens, in the order of the text. */
  static long[] shingles(long[] tokens, int width) {
    long[] hashes = new long[Math.max(0, tokens.length - width + 1)];
    for (int i = 0; i < hashes.length; i++) {
      long hash = width * STEP;
      for (int at = i; at < i + width; at++) {
        hash = Long.rotateLeft(hash, TURN) * STEP + tokens[at];
      }
      hashes[i] = mix(hash);
    }
    return hashes;
  }

  /** One hash for every number written in digits, grouping and decimal marks left out. */
  static long[] numbers(Tokens tokens) {
    long[] hashes = new long[16];
    int count = 0;
    long hash = BASIS;
    for (int i = 0; i < tokens.size(); i++) {
      // A token's end ends a number, unless but a decimal or grouping mark stands behind it.
      int from = tokens.start(i) - (i > 0 && !tokens.joinsPrevious(i) ? 1 : 0);
      int to = tokens.hasDigits(i) ? tokens.end(i) : Math.min(tokens.end(i), from + 2);
      for (int at = from; at < to; at++) {
        char c = tokens.charAt(at);
        if (c >= '0' && c <= '9') {
          hash = (hash ^ c) * PRIME;
        } else if (hash != BASIS) {
          hashes = count == hashes.length ? Arrays.copyOf(hashes, 2 * count) : hashes;
          hashes[count++] = mix(hash);
          hash = BASIS;
        }
      }
    }
    if (hash != BASIS) {
      hashes = Arrays.copyOf(hashes, count + 1);
      hashes[count++] = mix(hash);
    }
    return Arrays.copyOf(hashes, count);
  }
}
