package newswire.enrich.tagger;

/**
 * Features of scripts that do not write words apart: characters around, the run of one script and
 * the word that a character belongs to, the gazetteer's hints, the name lists.
 */
final class CharFeatures extends Features {

  private static final int FARTHEST = 9;
  private static final int OUTSIDE = 31;

  /** More than any label of {@link NameMatches}. */
  private static final int LABELS = 4096;

  private final boolean spaced;
  private final WordFacts facts = new WordFacts();
  private final NameMatches known;
  private final VocabularyMatches vocabulary;
  private final boolean worded;
  private final Segments runs = new Segments();
  private final Segments words = new Segments();
  private Tokens tokens = new Tokens();
  private byte[] hints = new byte[0];
  private int first;
  private int end;

  /**
   * Features of one language.
   *
   * @param spaced whether it has spaces (Korean)
   */
  CharFeatures(NameLists lists, Vocabulary vocabulary, boolean spaced) {
    known = new NameMatches(lists);
    this.vocabulary = new VocabularyMatches(vocabulary);
    worded = !vocabulary.isEmpty();
    this.spaced = spaced;
  }

  @Override
  void read(String text, Tokens read, byte[] hintOf) {
    tokens = read;
    hints = hintOf;
    first = 0;
    end = read.count;
    facts.read(text, read);
    known.read(read, facts);
    if (worded) {
      vocabulary.read(read, facts);
    }
    runs.byKind(read, facts);
    if (spaced) {
      words.bySpaces(read, facts);
    } else {
      words.byDictionary(text, read, facts);
    }
  }

  @Override
  void within(int from, int to) {
    first = from;
    end = to;
    facts.within(from, to);
    known.within(from, to);
    vocabulary.within(from, to);
    runs.within(from, to);
    words.within(from, to);
  }

  @Override
  void fill(int i) {
    clear();
    characters(i);
    grams(i);
    run(i);
    word(i);
    hints(i);
    known(i);
    if (worded) {
      vocabulary(i);
    }
  }

  private void characters(int i) {
    add(0, 0);
    add(1, at(i));
    add(2, at(i - 1));
    add(3, at(i + 1));
    add(4, at(i - 2));
    add(5, at(i + 2));
    add(6, at(i - 3));
    add(7, at(i + 3));
    add(12, at(i - 1), at(i + 1));
    addEdge(50, kind(i));
    addEdge(51, at(i));
    addEdge(52, at(i - 1));
  }

  private void grams(int i) {
    add(8, gram(i - 1, i));
    add(9, gram(i, i + 1));
    add(10, gram(i - 2, i - 1));
    add(11, gram(i + 1, i + 2));
    add(13, gram(i - 2, i));
    add(14, gram(i - 1, i + 1));
    add(15, gram(i, i + 2));
    add(16, gram(i - 3, i - 1));
    add(17, gram(i + 1, i + 3));
    add(18, gram(i - 3, i));
    add(19, gram(i, i + 3));
    add(20, gram(i - 2, i + 1));
    add(21, gram(i - 1, i + 2));
    add(22, kinds(i - 1, i + 1));
    add(23, kinds(i - 2, i + 2));
    add(24, kinds(i - 3, i + 3));
    add(25, at(i), kinds(i - 1, i + 1));
  }

  private void run(int i) {
    int run = runs.of(i);
    int place = i - runs.from(run);
    add(26, runs.hash(run));
    add(27, runs.hash(run), place);
    add(28, kind(i), near(place) * 10 + near(runs.size(run)));
    add(29, at(runs.from(run) - 1), kind(i));
    add(30, at(runs.to(run)), kind(i));
    add(31, gram(runs.from(run) - 2, runs.from(run) - 1), kind(i));
    add(32, gram(runs.to(run), runs.to(run) + 1), kind(i));
  }

  private void word(int i) {
    int word = words.of(i);
    int from = words.from(word);
    int to = words.to(word);
    int left = Math.min(to - i, 3);
    int place = near(i - from) * 10 + near(to - from);
    add(60, words.hash(word), i - from);
    add(61, words.hash(word - 1), Math.min(i - from, 2));
    add(62, words.hash(word + 1), left);
    add(63, words.hash(word - 1), words.hash(word));
    add(64, words.hash(word), words.hash(word + 1));
    add(65, place, kind(i));
    add(66, words.hash(word - 2), Math.min(i - from, 1));
    add(67, words.hash(word + 2), Math.min(left, 2));
    add(68, place, Math.min(words.size(word + 1), 5) * 6 + Math.min(words.size(word - 1), 5));
    add(69, gram(from, i));
    add(70, gram(i, to - 1));
    add(71, gram(i + 1, to - 1));
    add(72, at(to - 1), place);
  }

  private void hints(int i) {
    int hint = hint(i);
    add(41, hint);
    add(42, hint, hint(i - 1) * 32 + hint(i + 1));
    if (hint != Hints.NONE) {
      add(43, hint, at(i + 1));
      add(44, hint, at(i - 1));
    }
  }

  private static int near(int distance) {
    return Math.min(distance, FARTHEST);
  }

  private boolean isInside(int token) {
    return token >= first && token < end;
  }

  private int hint(int token) {
    return isInside(token) ? hints[token] : Hints.OUTSIDE;
  }

  private int at(int token) {
    return isInside(token) ? facts.get(token, WordFacts.WORD) * 2 + space(token) : -1;
  }

  private int kind(int token) {
    return isInside(token) ? tokens.kind[token] * 2 + space(token) : OUTSIDE;
  }

  private int space(int token) {
    return tokens.spaced[token] ? 1 : 0;
  }

  private int gram(int from, int to) {
    int h = 0;
    for (int i = from; i <= to; i++) {
      h = h * 0x01000193 + at(i);
    }
    return h;
  }

  private int kinds(int from, int to) {
    int h = 0;
    for (int i = from; i <= to; i++) {
      h = h * 37 + kind(i);
    }
    return h;
  }

  private void known(int i) {
    int name = known.get(NameMatches.NAMES, i);
    int person = known.get(NameMatches.PERSONS, i);
    int ending = known.get(NameMatches.ENDS, i);
    int nextEnding = known.get(NameMatches.ENDS, i + 1);
    addEdge(54, name);
    addEdge(55, person);
    addEdge(56, ending);
    add(80, name);
    add(81, name, known.get(NameMatches.NAMES, i + 1));
    add(82, known.get(NameMatches.NAMES, i - 1), name);
    add(83, name, ending * LABELS + nextEnding);
    persons(i, person);
    add(88, ending);
    add(89, ending, nextEnding);
    add(90, known.get(NameMatches.ENDS, i - 1), ending);
    add(91, nextEnding, person);
    add(93, person, ending);
    foreignRun(i);
  }

  private void persons(int i, int here) {
    int next = known.get(NameMatches.PERSONS, i + 1);
    int last = known.get(NameMatches.PERSONS, i - 1);
    add(84, here, next);
    add(85, last, here);
    add(86, pair(last, known.get(NameMatches.PERSONS, i - 2)), pair(here, next));
    add(87, here, known.get(NameMatches.PERSONS, i + 2) * LABELS + next);
  }

  private void foreignRun(int i) {
    int near = foreign(i - 1) * 64 + foreign(i + 1) * 8;
    add(92, foreign(i), near + foreign(i - 2) * 512 + foreign(i + 2) * 4096);
    if (foreign(i) == 1) {
      int from = reach(i, -1);
      int to = reach(i, 1);
      add(94, i - from, to - from);
      add(95, to - from, at(to + 1));
      add(96, to - from, at(from - 1));
    }
  }

  /** The last token of transliterating characters in a direction. */
  private int reach(int i, int step) {
    int at = i;
    while (Math.abs(at + step - i) <= FARTHEST && foreign(at + step) == 1) {
      at += step;
    }
    return at;
  }

  private int foreign(int i) {
    return known.get(NameMatches.FOREIGN, i) == 0 ? 0 : i < first || i >= end ? 2 : 1;
  }

  /** Kinds of the word of the vocabulary that a token is in and of the words around it. */
  private void vocabulary(int i) {
    int from = vocabulary.from(i);
    int to = vocabulary.to(i);
    int place = Math.min(i - from, 3) * 4 + Math.min(to - 1 - i, 3);
    int here = vocabulary.kind(i) * 16 + place;
    int last = vocabulary.kind(from - 1);
    int next = vocabulary.kind(to);
    int beforeLast = vocabulary.isInside(from - 1) ? wordKindBefore(from - 1) : OUTSIDE;
    int afterNext = vocabulary.isInside(to) ? vocabulary.kind(vocabulary.to(to)) : OUTSIDE;
    addEdge(57, here);
    add(100, here);
    add(101, last, here);
    add(102, next, here);
    add(103, last * 32 + next, here);
    add(104, here, vocabulary.cost(i) / 20);
    add(105, last * 32 + beforeLast, here);
    add(106, next * 32 + afterNext, here);
    add(107, here, at(i));
    add(108, here, known.get(NameMatches.PERSONS, i));
    add(109, here, known.get(NameMatches.NAMES, i));
  }

  private int wordKindBefore(int token) {
    return vocabulary.kind(vocabulary.from(token) - 1);
  }
}
