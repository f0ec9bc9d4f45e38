package newswire.enrich.tagger;

import java.util.Arrays;

/**
 * What is known of each token by itself, as hashes in one array; out of range is a token of its
 * own.
 */
final class WordFacts {

  static final int WORD = 0;
  static final int SHAPE = 1;
  static final int PREFIX = 1; // 2..5: the first 1 to 4 letters
  static final int SUFFIX = 5; // 6..10: the last 1 to 5 letters
  static final int CASE = 11;

  /** Without a particle or article written to it (Arabic), else without ending s. */
  static final int BARE = 12;

  /** After the last hyphen; the whole word if there is none. */
  static final int LAST_PART = 13;

  static final int LENGTH = 14;

  /** Before the first hyphen. */
  static final int FIRST_PART = 15;

  private static final int STRIDE = 16;
  private static final int LONGEST = 48;

  static final int LOWERED = 0;
  static final int CAPITALISED = 1;
  static final int CAPITALS = 2;
  static final int MIXED = 3;
  static final int NUMBER = 4;
  static final int MARK = 5;
  static final int CASELESS = 6;
  static final int INITIAL = 7;
  static final int OUTSIDE = 8;

  private int[] facts = new int[512 * STRIDE];
  private int first;
  private int end;
  private final char[] folded = new char[LONGEST];
  private int letters;

  int get(int token, int fact) {
    return token < first || token >= end ? -7 - fact : facts[token * STRIDE + fact];
  }

  int caseOf(int token) {
    return token < first || token >= end ? OUTSIDE : facts[token * STRIDE + CASE];
  }

  /** Makes all but a sentence's tokens be out of range. */
  void within(int from, int to) {
    first = from;
    end = to;
  }

  void read(String text, Tokens tokens) {
    int count = tokens.count;
    within(0, count);
    if (facts.length < count * STRIDE) {
      facts = Arrays.copyOf(facts, count * STRIDE * 2);
    }
    for (int i = 0; i < count; i++) {
      read(text, tokens.start[i], tokens.end[i], i * STRIDE);
    }
  }

  private void read(String text, int start, int end, int at) {
    letters = 0;
    int shape = 0;
    int run = -1;
    int kinds = 0;
    int uppers = 0;
    int firstHyphen = -1;
    int lastHyphen = -1;
    for (int p = start; p < end; p++) {
      char c = text.charAt(p);
      byte kind = Letters.kind(c);
      if (kind == Letters.UNSEEN || letters == LONGEST) {
        continue;
      }
      kinds |= 1 << kind;
      uppers += kind == Letters.UPPER ? 1 : 0;
      int sign = kind == Letters.PUNCT ? c : kind;
      if (sign != run) {
        shape = shape * 131 + sign + 1;
        run = sign;
      }
      if (kind == Letters.PUNCT && letters > 0) {
        firstHyphen = firstHyphen < 0 ? letters : firstHyphen;
        lastHyphen = letters;
      }
      folded[letters++] = Letters.folded(c);
    }
    int kindOfCase = kindOfCase(kinds, uppers, Letters.kind(text.charAt(start)), letters);
    facts[at + SHAPE] = shape * 31 + Math.min(letters, 3);
    facts[at + CASE] = kindOfCase;
    facts[at + LENGTH] = letters < 6 ? letters : letters < 9 ? 6 : letters < 13 ? 7 : 8;
    affixes(at);
    facts[at + BARE] = bare(facts[at + WORD]);
    facts[at + LAST_PART] = lastHyphen < 0 ? facts[at + WORD] : hash(lastHyphen + 1, letters);
    facts[at + FIRST_PART] = firstHyphen < 0 ? facts[at + WORD] : hash(0, firstHyphen);
  }

  private static int kindOfCase(int kinds, int uppers, byte first, int letters) {
    if (kinds == 1 << Letters.PUNCT) {
      return MARK;
    }
    if (first == Letters.DIGIT) {
      return NUMBER;
    }
    if (uppers == 0) {
      return (kinds & 1 << Letters.LOWER) == 0 ? CASELESS : LOWERED;
    }
    if ((kinds & 1 << Letters.LOWER) == 0) {
      return letters == 1 ? INITIAL : CAPITALS;
    }
    return uppers == 1 && first == Letters.UPPER ? CAPITALISED : MIXED;
  }

  /** Whether a case may be that of a name. */
  static boolean isNameLike(int kase) {
    return kase >= CAPITALISED && kase <= NUMBER;
  }

  private void affixes(int at) {
    int h = 17;
    for (int i = 0; i < letters; i++) {
      h = h * 31 + folded[i];
      if (i < 4) {
        facts[at + PREFIX + 1 + i] = h;
      }
    }
    facts[at + WORD] = h;
    for (int i = letters; i < 4; i++) {
      facts[at + PREFIX + 1 + i] = 0;
    }
    h = 19;
    for (int i = 1; i <= 5; i++) {
      h = i <= letters ? h * 31 + folded[letters - i] : 0;
      facts[at + SUFFIX + i] = h;
    }
  }

  private int hash(int from, int to) {
    int h = 17;
    for (int i = from; i < to; i++) {
      h = h * 31 + folded[i];
    }
    return h;
  }

  /** Arabic: without and/then, by/like/to, and the article. */
  private int bare(int word) {
    int from = 0;
    if (letters > 3 && (folded[0] == 'و' || folded[0] == 'ف')) {
      from = 1;
    }
    if (letters - from > 4 && folded[from] == 'ل' && folded[from + 1] == 'ل') {
      return hash(from + 2, letters);
    }
    if (letters - from > 3 && "بكل".indexOf(folded[from]) >= 0) {
      from++;
    }
    if (letters - from > 3 && folded[from] == 'ا' && folded[from + 1] == 'ل') {
      from += 2;
    }
    return from == 0 ? word : hash(from, letters);
  }
}
