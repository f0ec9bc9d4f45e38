package newswire.enrich.tagger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Trains models on corpora, and measures them. */
public final class TaggerTraining {

  private static final Set<String> UNSPACED = Set.of("zh", "ja", "ko");

  private final List<Corpus> corpora;
  private final Hint.Finder finder;

  /**
   * Training on {@code corpora}.
   *
   * @param finder the gazetteer that the tagger will be used with
   */
  public TaggerTraining(List<Corpus> corpora, Hint.Finder finder) {
    this.corpora = List.copyOf(corpora);
    this.finder = finder;
  }

  /** The languages of the models that the corpora give, in order. */
  public List<String> languages() {
    List<String> languages = new ArrayList<>();
    corpora.stream()
        .map(corpus -> Tagger.modelOf(corpus.language()))
        .distinct()
        .sorted()
        .forEach(languages::add);
    return languages;
  }

  /** Trains the model of a language, {@link Tagger#ANY} for that of all; the same bytes always. */
  public void train(String language, Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(Tagger.file(language));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ModelFile.write(content(language), out);
    }
  }

  /** A tagger with the model of that language only. */
  public Tagger trained(String language) {
    return Tagger.of(content(language).model());
  }

  private ModelFile.Content content(String language) {
    boolean any = language.equals(Tagger.ANY);
    Predicate<Corpus> own =
        corpus -> any ? !UNSPACED.contains(corpus.language()) : isOf(corpus, language);
    Lexicon lexicon = UNSPACED.contains(language) ? Lexicon.EMPTY : lexicon(language);
    Examples examples = new Examples();
    for (Corpus corpus : corpora) {
      if (own.test(corpus)) {
        Lexicon seen = any ? lexicon(Tagger.modelOf(corpus.language())) : lexicon;
        examples.add(corpus, Tagger.featuresOf(language, seen), finder);
      }
    }
    return Trainer.train(language, examples, lexicon);
  }

  static boolean isUnspaced(String language) {
    return UNSPACED.contains(language);
  }

  private static boolean isOf(Corpus corpus, String language) {
    return Tagger.modelOf(corpus.language()).equals(language);
  }

  /** What the corpora of all other languages say of words. */
  private Lexicon lexicon(String language) {
    Map<Integer, int[]> counts = new HashMap<>();
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    for (Corpus corpus : corpora) {
      if (!isOf(corpus, language) && !UNSPACED.contains(corpus.language())) {
        for (Corpus.Sentence sentence : corpus.sentences()) {
          tokens.read(sentence.text());
          facts.read(sentence.text(), tokens);
          byte[] gold = Corpus.gold(sentence, tokens);
          for (int i = 0; i < gold.length; i++) {
            int word = facts.get(i, WordFacts.WORD);
            counts.computeIfAbsent(word, any -> new int[Tags.COUNT])[gold[i]]++;
          }
        }
      }
    }
    return Lexicon.of(counts);
  }

  /** Finds the names of a text, tagger and all. */
  @FunctionalInterface
  public interface Names {

    /** The names in {@code text}, in its order, none overlapping. */
    List<Span> find(String text, String language);
  }

  /** How well {@code names} finds those of a corpus. */
  public static Score score(Corpus corpus, Names names) {
    Score score = new Score();
    List<int[]> tags = tags(corpus, names);
    for (int i = 0; i < tags.size(); i++) {
      score.add(corpus.sentences().get(i).tags(), tags.get(i));
    }
    return score;
  }

  /** The corpus with the tags that {@code names} gives, in the form of the file. */
  public static void predict(Corpus corpus, Names names, Appendable out) throws IOException {
    List<int[]> all = tags(corpus, names);
    for (int s = 0; s < all.size(); s++) {
      int[] tags = all.get(s);
      for (int i = 0; i < tags.length; i++) {
        String token = corpus.sentences().get(s).tokens().get(i);
        out.append(token).append('\t').append(Tags.name(tags[i])).append('\n');
      }
      out.append('\n');
    }
  }

  /** Tags of every sentence; so many at once are an article. */
  private static List<int[]> tags(Corpus corpus, Names names) {
    List<int[]> tags = new ArrayList<>();
    for (List<Corpus.Sentence> article : corpus.articles()) {
      String text = Corpus.text(article);
      List<Span> found = names.find(text, corpus.language());
      int start = 0;
      int next = 0;
      for (Corpus.Sentence sentence : article) {
        int end = start + sentence.text().length();
        List<Span> own = new ArrayList<>();
        while (next < found.size() && found.get(next).start() < end) {
          Span span = found.get(next++);
          own.add(
              new Span(span.start() - start, span.end() - start, span.type(), span.confidence()));
        }
        tags.add(Corpus.tags(sentence, own));
        start = end + 2;
      }
    }
    return tags;
  }
}
