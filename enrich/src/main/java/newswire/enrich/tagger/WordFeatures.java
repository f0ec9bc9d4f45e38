package newswire.enrich.tagger;

/**
 * Features of scripts that write words apart: the word and its neighbours, their beginnings, ends
 * and shapes, the gazetteer's hints, what other languages call by that word; with name lists also
 * those and what stands around the same word elsewhere, with clusters of words also the clusters
 * and the run of capitals. Without the words themselves they serve languages that have no corpus.
 */
final class WordFeatures extends Features {

  private final boolean wordless;
  private final Lexicon lexicon;
  private final Cues cues;
  private final WordFacts facts = new WordFacts();
  private final NameMatches known;
  private final Elsewhere elsewhere = new Elsewhere();
  private final ClusterMatches clusters;
  private final boolean clustered;
  private final Runs runs = new Runs();
  private final boolean listed;
  private Tokens tokens = new Tokens();
  private byte[] hints = new byte[0];
  private int first;
  private int end;

  /**
   * Features of one language.
   *
   * @param wordless whether only what all languages share is looked at
   */
  WordFeatures(
      Lexicon lexicon, Cues cues, NameLists lists, WordClusters clusters, boolean wordless) {
    known = new NameMatches(lists);
    this.clusters = new ClusterMatches(clusters);
    clustered = !clusters.isEmpty();
    listed = !lists.isEmpty();
    this.lexicon = lexicon;
    this.cues = cues;
    this.wordless = wordless;
  }

  @Override
  void read(String text, Tokens read, byte[] hintOf) {
    tokens = read;
    hints = hintOf;
    first = 0;
    end = read.count;
    facts.read(text, read);
    if (listed) {
      known.read(read, facts);
      elsewhere.read(read, facts);
    }
    if (clustered) {
      runs.read(read, facts);
      clusters.read(read, facts);
    }
  }

  @Override
  void within(int from, int to) {
    first = from;
    end = to;
    facts.within(from, to);
    known.within(from, to);
    clusters.within(from, to);
  }

  @Override
  void fill(int i) {
    clear();
    int kase = facts.caseOf(i) * 2 + (tokens.opens[i] ? 1 : 0);
    int cases = kase * 9 + facts.caseOf(i - 1);
    add(0, 0);
    if (!wordless) {
      words(i, kase, cases);
      parts(i, kase, cases);
    }
    shapes(i, kase, cases);
    hints(i, kase);
    lexicon(i, kase);
    cues(i, kase);
    if (listed) {
      known(i, kase);
      elsewhere(i, kase);
    }
    if (clustered) {
      for (int level = 0; level < WordClusters.LEVELS; level++) {
        clusters(i, kase, level, 100 + level * 10);
      }
      if (runs.has(i)) {
        run(i);
      }
    }
  }

  private void words(int i, int kase, int cases) {
    int word = word(i);
    int next = word(i + 1);
    int last = word(i - 1);
    add(1, word);
    add(2, next);
    add(3, last);
    add(4, word(i + 2));
    add(5, word(i - 2));
    add(6, last, word);
    add(7, word, next);
    add(8, last, next);
    add(26, word, kase);
    add(27, last, kase);
    add(28, next, kase);
    add(29, word(i - 2), cases);
    add(30, word(i + 2), kase * 9 + facts.caseOf(i + 1));
    addEdge(51, word);
    addEdge(52, last);
  }

  private int word(int token) {
    return facts.get(token, WordFacts.WORD);
  }

  private void parts(int i, int kase, int cases) {
    for (int n = 1; n <= 4; n++) {
      add(10 + n, facts.get(i, WordFacts.PREFIX + n));
    }
    for (int n = 1; n <= 5; n++) {
      add(14 + n, facts.get(i, WordFacts.SUFFIX + n));
    }
    add(31, facts.get(i - 1, WordFacts.SUFFIX + 3), kase);
    add(32, facts.get(i + 1, WordFacts.SUFFIX + 3), kase);
    add(33, facts.get(i, WordFacts.BARE));
    add(34, facts.get(i - 1, WordFacts.BARE));
    add(35, facts.get(i + 1, WordFacts.BARE));
    add(36, facts.get(i, WordFacts.LAST_PART), kase);
    add(37, facts.get(i, WordFacts.FIRST_PART), kase);
    add(39, facts.get(i, WordFacts.SUFFIX + 3), word(i - 1));
    add(40, facts.get(i, WordFacts.SUFFIX + 2), cases);
  }

  private void shapes(int i, int kase, int cases) {
    int shape = facts.get(i, WordFacts.SHAPE);
    int nextCase = facts.caseOf(i + 1);
    add(21, shape);
    add(22, facts.get(i - 1, WordFacts.SHAPE), shape);
    add(23, shape, facts.get(i + 1, WordFacts.SHAPE));
    add(24, cases, nextCase);
    add(25, cases, facts.caseOf(i - 2) * 81 + nextCase * 9 + facts.caseOf(i + 2));
    add(38, facts.get(i, WordFacts.LENGTH), kase);
    addEdge(50, cases);
  }

  private int hint(int token) {
    return token < first || token >= end ? Hints.OUTSIDE : hints[token];
  }

  private void hints(int i, int kase) {
    int hint = hint(i);
    add(41, hint, kase);
    add(42, hint, hint(i - 1) * 32 + hint(i + 1));
    if (!wordless && hint != Hints.NONE) {
      add(43, hint, word(i - 1));
      add(44, hint, word(i + 1));
    }
  }

  private void lexicon(int i, int kase) {
    int here = lexicon.get(word(i));
    int next = lexicon.get(word(i + 1));
    int last = lexicon.get(word(i - 1));
    add(45, here, kase);
    add(46, here, next);
    add(47, last, here);
    add(48, last, next);
    add(49, lexicon.get(facts.get(i, WordFacts.BARE)), kase);
    addEdge(53, here);
  }

  private void cues(int i, int kase) {
    int here = cues.get(word(i));
    int next = cues.get(word(i + 1));
    int last = cues.get(word(i - 1));
    if (here + next + last != 0) {
      add(55, here, kase);
      add(56, last, kase);
      add(57, next, kase);
      add(58, last * 8 + here, next * 18 + kase);
    }
  }

  private void known(int i, int kase) {
    int here = known.get(NameMatches.NAMES, i);
    int next = known.get(NameMatches.NAMES, i + 1);
    int last = known.get(NameMatches.NAMES, i - 1);
    addEdge(54, here);
    if ((here | next | last) != 0) {
      add(60, here, kase);
      add(61, here, next);
      add(62, last, here);
      add(63, last, next);
      add(64, next, kase * 9 + facts.caseOf(i + 1));
      add(65, last, kase * 9 + facts.caseOf(i - 1));
      add(66, here, word(i + 1));
      add(67, here, word(i - 1));
    }
  }

  /** What stands around the same word elsewhere in the text. */
  private void elsewhere(int i, int kase) {
    if (!WordFacts.isNameLike(facts.caseOf(i))) {
      return;
    }
    facts.within(0, tokens.count);
    known.within(0, tokens.count);
    int seen = seen(elsewhere.before(i)) | seen(elsewhere.after(i));
    add(70, seen, kase);
    around(elsewhere.before(i));
    around(elsewhere.after(i));
    within(first, end);
  }

  /** Bits: written small; with a capital within a sentence; in a sentence's beginning. */
  private int seen(int other) {
    if (other == Elsewhere.NONE) {
      return 0;
    }
    boolean capital = WordFacts.isNameLike(facts.caseOf(other));
    return capital ? tokens.opens[other] ? 4 : 2 : 1;
  }

  private void around(int other) {
    if (other != Elsewhere.NONE && WordFacts.isNameLike(facts.caseOf(other))) {
      int caseBefore = tokens.opens[other] ? WordFacts.OUTSIDE : facts.caseOf(other - 1);
      int caseAfter = facts.caseOf(other + 1);
      add(71, tokens.opens[other] ? 0 : word(other - 1));
      add(72, word(other + 1));
      add(73, caseBefore, caseAfter);
      add(74, WordFacts.isNameLike(caseBefore) ? word(other - 1) : 0);
      add(75, hints[other]);
      add(76, cues.get(word(other - 1)), cues.get(word(other + 1)));
      add(77, known.get(NameMatches.NAMES, other - 1), known.get(NameMatches.NAMES, other + 1));
    }
  }

  private void clusters(int i, int kase, int level, int template) {
    int here = clusters.get(level, i);
    int next = clusters.get(level, i + 1);
    int last = clusters.get(level, i - 1);
    add(template, here, kase);
    add(template + 1, last, kase);
    add(template + 2, next, kase);
    add(template + 3, clusters.get(level, i - 2));
    add(template + 4, clusters.get(level, i + 2));
    add(template + 5, last, here);
    add(template + 6, here, next);
    add(template + 7, last, next);
    addEdge(template, here);
  }

  /** What the run of capitals around a token begins and ends with and stands between. */
  private void run(int i) {
    int from = runs.from(i);
    int to = runs.to(i);
    int place = Math.min(i - from, 3) * 4 + Math.min(to - 1 - i, 3);
    add(140, place, Math.min(to - from, 5));
    add(141, word(to - 1), place);
    add(142, word(from), place);
    add(143, word(from - 1), place);
    add(144, word(to), place);
    add(145, word(from - 1));
    add(146, word(to));
    add(147, word(to - 1));
    add(148, word(from - 2), word(from - 1));
    add(149, word(to), word(to + 1));
    evidence(from, to, place);
    for (int level = 0; level < WordClusters.LEVELS; level++) {
      int template = 160 + level * 10;
      add(template, clusters.get(level, to - 1), place);
      add(template + 1, clusters.get(level, from), place);
      add(template + 2, clusters.get(level, from - 1));
      add(template + 3, clusters.get(level, to));
      add(template + 4, clusters.get(level, from), clusters.get(level, to - 1));
    }
  }

  /** Cues, listed names and hints of a run. */
  private void evidence(int from, int to, int place) {
    int cue = 0;
    int name = 0;
    int hinted = 0;
    for (int i = from; i < to; i++) {
      cue |= 1 << cues.get(word(i));
      name |= Math.max(0, known.get(NameMatches.NAMES, i)) / 4;
      hinted |= hint(i) == Hints.NONE ? 0 : 1 << (hint(i) & 7);
    }
    add(150, cue, place);
    add(151, name, place);
    add(152, hinted, place);
    add(153, cue, name);
  }
}
