package newswire.enrich.story;

import newswire.enrich.sketch.Hashes;

/**
 * Short hashes of terms and names, and of two of them.
 *
 * <p>Part of the data format: a change needs a new {@link StoryFeatures#VERSION}.
 */
final class Keys {

  private static final int SHORT_BITS = 24;

  private Keys() {}

  /** Of 24 bits, so not negative: two lists of forty share one by chance once in 10,000 times. */
  static int shortOf(String text) {
    return (int) (Hashes.of(text) >>> (Long.SIZE - SHORT_BITS));
  }

  /** One key of two numbers, in their order. */
  static int of(long one, long other) {
    return (int) (Hashes.mix(Hashes.mix(one) + other) >>> Integer.SIZE);
  }
}
