package newswire.enrich.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sentences as numbered features and gold tags, kept for all rounds of training. */
final class Examples {

  /** In how many variants each sentence is kept, which differ by the hints left out. */
  static final int VARIANTS = 2;

  /** A name of the gazetteer is left out this often, so that the tagger learns without it too. */
  private static final double LEFT_OUT = 0.4;

  /** A sentence: numbers of the features of each token, and its tags. */
  record Example(int[][] emit, int[][] edge, byte[] gold) {}

  final FeatureIndex emits = new FeatureIndex();
  final FeatureIndex edges = new FeatureIndex();
  final List<Example[]> all = new ArrayList<>();

  private final Tokens tokens = new Tokens();

  /** Adds the sentences of a corpus; so many at once are an article. */
  void add(Corpus corpus, Features features, Hint.Finder finder) {
    for (List<Corpus.Sentence> article : corpus.articles()) {
      add(article, corpus.language(), features, finder);
    }
  }

  private void add(
      List<Corpus.Sentence> article, String language, Features features, Hint.Finder finder) {
    int first = all.size();
    List<byte[]> golds = new ArrayList<>();
    for (Corpus.Sentence sentence : article) {
      tokens.read(sentence.text());
      golds.add(Corpus.gold(sentence, tokens));
      all.add(new Example[VARIANTS]);
    }
    String text = Corpus.text(article);
    tokens.read(text);
    byte[] hints = Hints.of(finder.find(text, language), tokens);
    for (int v = 0; v < VARIANTS; v++) {
      features.read(text, tokens, thinned(hints, first, v));
      int from = 0;
      for (int s = 0; s < golds.size(); s++) {
        int end = from + golds.get(s).length;
        features.within(from, end);
        all.get(first + s)[v] = example(features, golds.get(s), from);
        from = end;
      }
    }
  }

  private static byte[] thinned(byte[] hints, int sentence, int variant) {
    byte[] left = hints.clone();
    boolean out = false;
    for (int i = 0; i < left.length; i++) {
      if (left[i] != Hints.NONE) {
        if (Hints.isBegin(left[i])) {
          int dice = Features.mix(variant * 7919 + 13, sentence * 997 + i);
          out = (dice >>> 8) < LEFT_OUT * (1 << 24);
        }
        left[i] = out ? Hints.NONE : left[i];
      }
    }
    return left;
  }

  private Example example(Features features, byte[] gold, int from) {
    int[][] emit = new int[gold.length][];
    int[][] edge = new int[gold.length][];
    for (int i = 0; i < gold.length; i++) {
      features.fill(from + i);
      emit[i] = numbers(emits, features.emit, features.emits);
      edge[i] = numbers(edges, features.edge, features.edges);
    }
    return new Example(emit, edge, gold);
  }

  private static int[] numbers(FeatureIndex index, int[] keys, int count) {
    int[] numbers = Arrays.copyOf(keys, count);
    for (int i = 0; i < count; i++) {
      numbers[i] = index.number(keys[i]);
    }
    return numbers;
  }
}
