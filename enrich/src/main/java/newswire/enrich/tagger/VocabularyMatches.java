package newswire.enrich.tagger;

/**
 * The words of a text without spaces by a {@link Vocabulary}: the sequence of words that is most
 * frequent as a product. Reused; not thread-safe.
 */
final class VocabularyMatches {

  /** Of a character that is no word of the vocabulary. */
  static final int UNKNOWN = 0;

  private static final int OUTSIDE = -1;
  private static final int LONGEST = 10;

  private final Vocabulary vocabulary;
  private int[] costs = new int[512];
  private int[] next = new int[512];
  private int[] words = new int[512];
  private int[] hashes = new int[512];
  private int[] from = new int[512];
  private int first;
  private int end;

  VocabularyMatches(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Makes all but a sentence's tokens be out of range. */
  void within(int from, int to) {
    first = from;
    end = to;
  }

  void read(Tokens tokens, WordFacts facts) {
    int count = tokens.count;
    within(0, count);
    if (costs.length <= count) {
      costs = new int[count * 2];
      next = new int[count * 2];
      words = new int[count * 2];
      hashes = new int[count * 2];
      from = new int[count * 2];
    }
    costs[count] = 0;
    for (int i = count - 1; i >= 0; i--) {
      choose(i, count, facts);
    }
    for (int i = 0; i < count; i = next[i]) {
      for (int inner = i; inner < next[i]; inner++) {
        from[inner] = i;
      }
    }
  }

  private void choose(int i, int count, WordFacts facts) {
    int sequence = NameLists.after(Vocabulary.START, facts.get(i, WordFacts.WORD));
    put(i, i + 1, Vocabulary.PREFIX, Vocabulary.MOST_COST, sequence);
    int most = Math.min(LONGEST, count - i);
    int word = vocabulary.get(sequence);
    for (int length = 1; length <= most && word != Vocabulary.NONE; length++) {
      int cost = Vocabulary.cost(word);
      if (word != Vocabulary.PREFIX && cost + costs[i + length] < costs[i]) {
        put(i, i + length, word, cost, sequence);
      }
      if (length < most) {
        sequence = NameLists.after(sequence, facts.get(i + length, WordFacts.WORD));
        word = vocabulary.get(sequence);
      }
    }
  }

  private void put(int i, int to, int word, int cost, int sequence) {
    costs[i] = cost + costs[to];
    next[i] = to;
    words[i] = word;
    hashes[i] = sequence;
  }

  /** The first token of the word that a token is in. */
  int from(int token) {
    return from[token];
  }

  /** The token after that word. */
  int to(int token) {
    return next[from[token]];
  }

  /** The kind of that word; {@link #UNKNOWN} if it is none. */
  int kind(int token) {
    return isInside(token) ? Vocabulary.kind(words[from[token]]) : OUTSIDE;
  }

  /** The cost of that word. */
  int cost(int token) {
    return Vocabulary.cost(words[from[token]]);
  }

  /** The word as a whole. */
  int hash(int token) {
    return isInside(token) ? hashes[from[token]] : OUTSIDE;
  }

  boolean isInside(int token) {
    return token >= first && token < end;
  }
}
