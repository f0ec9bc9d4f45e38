package newswire.enrich.tagger;

import java.util.Arrays;

/**
 * The tokens of a text, as arrays: runs of letters, marks and digits with what joins them (a
 * hyphen, a full stop between letters); single characters of scripts without spaces; single
 * punctuation.
 */
final class Tokens {

  private static final int FIRST_CAPACITY = 512;

  int count;
  int[] start = new int[FIRST_CAPACITY];
  int[] end = new int[FIRST_CAPACITY];

  /** Kind of the first character, see {@link Letters}. */
  byte[] kind = new byte[FIRST_CAPACITY];

  /** Whether white space stands before it. */
  boolean[] spaced = new boolean[FIRST_CAPACITY];

  /** Whether it begins a sentence. */
  boolean[] opens = new boolean[FIRST_CAPACITY];

  /** Reads {@code text}, replacing what was read before. */
  void read(String text) {
    count = 0;
    boolean space = true;
    boolean open = true;
    int at = 0;
    while (at < text.length()) {
      byte kind = kindAt(text, at);
      if (kind == Letters.SPACE || kind == Letters.NEWLINE || kind == Letters.UNSEEN) {
        open |= kind == Letters.NEWLINE;
        space |= kind != Letters.UNSEEN;
        at += widthAt(text, at);
      } else {
        int end = endOf(text, at, kind);
        add(at, end, kind, space, open || endsSentence(text, space));
        space = false;
        open = false;
        at = end;
      }
    }
  }

  private void add(int from, int to, byte kindOfFirst, boolean space, boolean open) {
    if (count == start.length) {
      grow();
    }
    start[count] = from;
    end[count] = to;
    kind[count] = kindOfFirst;
    spaced[count] = space;
    opens[count] = open;
    count++;
  }

  private void grow() {
    int capacity = start.length * 2;
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    kind = Arrays.copyOf(kind, capacity);
    spaced = Arrays.copyOf(spaced, capacity);
    opens = Arrays.copyOf(opens, capacity);
  }

  private static byte kindAt(String text, int at) {
    char c = text.charAt(at);
    return Character.isSurrogate(c) ? Letters.kindOf(text.codePointAt(at)) : Letters.kind(c);
  }

  private static int widthAt(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? Character.charCount(text.codePointAt(at))
        : 1;
  }

  private static int endOf(String text, int from, byte first) {
    int at = from + widthAt(text, from);
    if (first == Letters.PUNCT) {
      return at;
    }
    boolean alone = Letters.standsAlone(first);
    int end = at;
    while (at < text.length()) {
      byte kind = kindAt(text, at);
      if (kind == Letters.UNSEEN || !alone && Letters.isWord(kind)) {
        at += widthAt(text, at);
        end = at;
      } else if (!alone && joins(text, at)) {
        at++;
      } else {
        break;
      }
    }
    return end;
  }

  /** A hyphen or full stop with a letter or digit on either side; a comma between digits. */
  private static boolean joins(String text, int at) {
    char c = text.charAt(at);
    if (at + 1 == text.length() || c != '-' && c != '.' && c != ',' && c != '‐' && c != '‑') {
      return false;
    }
    byte before = Letters.kind(text.charAt(at - 1));
    byte after = Letters.kind(text.charAt(at + 1));
    if (c == ',') {
      return before == Letters.DIGIT && after == Letters.DIGIT;
    }
    return Letters.isWord(before) && Letters.isWord(after) && after != Letters.UNSEEN;
  }

  /** Whether the token before is the end of a sentence; a full stop needs white space after it. */
  private boolean endsSentence(String text, boolean space) {
    if (count == 0) {
      return true;
    }
    int last = start[count - 1];
    return switch (text.charAt(last)) {
      case '。', '！', '？', '!', '?', '؟', '۔', '।' -> true;
      case '.' -> space && !isAbbreviated(text, last);
      default -> false;
    };
  }

  /** Whether the full stop follows a single letter, or one or two after a capital. */
  private boolean isAbbreviated(String text, int stop) {
    if (count < 2 || end[count - 2] != stop) {
      return false;
    }
    int from = start[count - 2];
    boolean capital = Letters.kind(text.charAt(from)) == Letters.UPPER;
    return kind[count - 2] != Letters.DIGIT && stop - from <= (capital ? 2 : 1);
  }
}
