package newswire.enrich.tagger;

/**
 * The clusters of each token of a text; of a word with hyphens that has none, those of its last
 * part. Reused; not thread-safe.
 */
final class ClusterMatches {

  private static final int OUTSIDE = -3;

  private final WordClusters clusters;
  private long[] of = new long[512];
  private int first;
  private int end;

  ClusterMatches(WordClusters clusters) {
    this.clusters = clusters;
  }

  /** Makes all but a sentence's tokens be out of range. */
  void within(int from, int to) {
    first = from;
    end = to;
  }

  void read(Tokens tokens, WordFacts facts) {
    within(0, tokens.count);
    of = of.length < tokens.count ? new long[tokens.count * 2] : of;
    for (int i = 0; i < tokens.count; i++) {
      long whole = clusters.get(facts.get(i, WordFacts.WORD));
      of[i] =
          whole == WordClusters.UNKNOWN ? clusters.get(facts.get(i, WordFacts.LAST_PART)) : whole;
    }
  }

  /** The number of a token's cluster of a level, from 1; 0 if it has none. */
  int get(int level, int token) {
    return token < first || token >= end ? OUTSIDE : WordClusters.at(of[token], level);
  }
}
