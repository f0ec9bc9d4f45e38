package newswire.enrich.entities;

import java.util.Arrays;

/**
 * A text as words, with their folded forms: runs of letters, marks and digits of one script with
 * what joins them; in scripts without spaces, single characters. Offsets are in UTF-16 units. Made
 * in one pass; immutable.
 */
final class Tokens {

  private static final int UNITS_A_TOKEN = 4;

  private final String text;
  private int size;
  private int[] starts;
  private int[] ends;
  private int[] folds;
  private byte[] kinds;
  private long[] hashes;
  private char[] folded;
  private int length;

  private Tokens(String text) {
    this.text = text;
    int guess = text.length() / UNITS_A_TOKEN + 8;
    starts = new int[guess];
    ends = new int[guess];
    folds = new int[guess + 1];
    kinds = new byte[guess];
    hashes = new long[guess];
    folded = new char[text.length() + 8];
  }

  static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      byte kind = Letters.kind(c);
      at = kind < Letters.DIGIT ? at + Character.charCount(c) : tokens.add(at, kind);
    }
    return tokens;
  }

  String text() {
    return text;
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  byte kind(int token) {
    return kinds[token];
  }

  /** A hash of the folded form. */
  long hash(int token) {
    return hashes[token];
  }

  /** All folded forms, one after the other. */
  char[] folded() {
    return folded;
  }

  /** Where a token's folded form begins in {@link #folded}. */
  int from(int token) {
    return folds[token];
  }

  /** Where it ends. */
  int to(int token) {
    return folds[token + 1];
  }

  String fold(int token) {
    return new String(folded, from(token), to(token) - from(token));
  }

  /** All words folded: two names with the same writing cannot be told apart. */
  static String writing(String name) {
    Tokens tokens = of(name);
    StringBuilder writing = new StringBuilder();
    for (int i = 0; i < tokens.size; i++) {
      writing.append(i == 0 ? "" : " ").append(tokens.fold(i));
    }
    return writing.toString();
  }

  boolean startsUpper(int token) {
    int c = text.codePointAt(starts[token]);
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  boolean isUpper(int token) {
    for (int i = starts[token]; i < ends[token]; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) && !Character.isUpperCase(c)) {
        return false;
      }
    }
    return true;
  }

  private int add(int start, byte kind) {
    int end = start;
    int at = start;
    byte script = kind;
    boolean isLong = false;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      byte next = Letters.kind(c);
      boolean letter = next >= Letters.DIGIT;
      if (letter && next != script && next != Letters.DIGIT && script != Letters.DIGIT
          || next == Letters.NONE
          || letter && at > start && (next == Letters.UNSPACED || script == Letters.UNSPACED)) {
        break;
      }
      if (script == Letters.DIGIT && letter) {
        script = next;
      }
      int units = Character.charCount(c);
      at += units;
      if (next != Letters.UNSEEN) {
        end = at;
        isLong |= units > 1 || !fold((char) c, next);
      }
    }
    close(start, end, script, isLong);
    return end;
  }

  /** Whether it could be folded at once. */
  private boolean fold(char c, byte kind) {
    char fold = Letters.fold(c, kind);
    if (fold == Letters.LONG) {
      return false;
    }
    if (fold == Letters.DROPPED) {
      if (c == 0x0306 && length > 0 && folded[length - 1] == 'и') {
        folded[length - 1] = 'й';
      }
      return true;
    }
    append(fold);
    return true;
  }

  private void append(char c) {
    if (length == folded.length) {
      folded = Arrays.copyOf(folded, length * 2);
    }
    folded[length++] = c;
  }

  private void close(int start, int end, byte script, boolean isLong) {
    if (size == starts.length) {
      grow();
    }
    if (isLong) {
      length = folds[size];
      String slow = Letters.foldLong(text.substring(start, end));
      for (int i = 0; i < slow.length(); i++) {
        append(slow.charAt(i));
      }
    }
    starts[size] = start;
    ends[size] = end;
    kinds[size] = script;
    hashes[size] = Hash.of(folded, folds[size], length);
    size++;
    folds[size] = length;
  }

  private void grow() {
    int more = size * 2;
    starts = Arrays.copyOf(starts, more);
    ends = Arrays.copyOf(ends, more);
    folds = Arrays.copyOf(folds, more + 1);
    kinds = Arrays.copyOf(kinds, more);
    hashes = Arrays.copyOf(hashes, more);
  }
}
