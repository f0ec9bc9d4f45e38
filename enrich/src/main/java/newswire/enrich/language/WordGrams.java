package newswire.enrich.language;

import java.util.function.LongConsumer;

/**
 * What {@link Reranker} looks at: of every word, with a boundary at either end, the n-grams of 2 to
 * 5 characters, and the word as a whole. Each is a hash of 32 bits; it is part of the format of the
 * shipped model.
 *
 * <p>Words with a capital letter are left out, but for the first: names say where news is from
 * rather than what it is written in.
 */
final class WordGrams {

  private static final int LONGEST = 5;
  private static final long PRIME = 0x100000001B3L;
  private static final long OFFSET = 0xCBF29CE484222325L;
  private static final long SPREAD = 0xD6E8FEB86659FD93L;
  private static final long LOW = 0xFFFFFFFFL;
  private static final char BOUNDARY = '_';

  private WordGrams() {}

  /** Hands over the hashes of a text of words with one space between them, repeated ones too. */
  static void each(String text, LongConsumer grams) {
    char[] chars = new char[text.length() + 2];
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      if (start == 0 || !Character.isUpperCase(text.charAt(start))) {
        chars[0] = BOUNDARY;
        for (int i = start; i < end; i++) {
          chars[i - start + 1] = Character.toLowerCase(text.charAt(i));
        }
        chars[end - start + 1] = BOUNDARY;
        word(chars, end - start + 2, grams);
      }
      start = end + 1;
    }
  }

  private static void word(char[] chars, int length, LongConsumer grams) {
    for (int i = 0; i < length - 1; i++) {
      long hash = step(OFFSET, chars[i]);
      int end = i == 0 ? length : Math.min(length, i + LONGEST);
      for (int j = i + 1; j < end; j++) {
        hash = step(hash, chars[j]);
        if (j - i < LONGEST || j == length - 1) {
          grams.accept(spread(hash));
        }
      }
    }
  }

  private static long step(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  private static long spread(long hash) {
    long h = (hash ^ hash >>> 32) * SPREAD;
    return (h ^ h >>> 32) & LOW;
  }
}
