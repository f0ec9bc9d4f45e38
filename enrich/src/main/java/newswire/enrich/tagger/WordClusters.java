package newswire.enrich.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * Which words are used alike: clusters of word vectors in three sizes, from {@code
 * clusters-LANG.tsv.gz}, so that what is learnt of one word goes for those like it (Turian, Ratinov
 * and Bengio 2010). Immutable.
 */
final class WordClusters {

  /** Of words without a cluster. */
  static final int UNKNOWN = 0;

  /** Sizes of clusters, from the coarsest. */
  static final int LEVELS = 3;

  /** Bits of a cluster's number; zero is {@link #UNKNOWN}. */
  private static final int BITS = 11;

  private static final WordClusters NONE = new WordClusters(new TreeMap<>());
  private static final Map<String, WordClusters> LOADED = new ConcurrentHashMap<>();

  private final Slots slots;
  private final long[] numbers;
  private final boolean empty;

  private WordClusters(TreeMap<Integer, Long> entries) {
    empty = entries.isEmpty();
    slots = new Slots(entries.keySet());
    numbers = new long[slots.size()];
    entries.forEach((key, packed) -> numbers[slots.of(key)] = packed);
  }

  /** The clusters of a language; empty if it has none. */
  static WordClusters of(String language) {
    return LOADED.computeIfAbsent(language, WordClusters::load);
  }

  /** File name of the clusters of {@code language}. */
  static String file(String language) {
    return "clusters-" + language + ".tsv.gz";
  }

  private static WordClusters load(String language) {
    String file = file(language);
    try (InputStream in = WordClusters.class.getResourceAsStream(file)) {
      if (in == null) {
        return NONE;
      }
      TreeMap<Integer, Long> entries = new TreeMap<>();
      new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))
          .lines()
          .forEach(line -> add(line.split("\t", -1), entries));
      return new WordClusters(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** A line has a cluster of each level, by its number from 0, and the words in all of these. */
  private static void add(String[] row, TreeMap<Integer, Long> entries) {
    long packed = 0;
    for (int level = 0; level < LEVELS; level++) {
      packed |= Integer.parseInt(row[level]) + 1L << level * BITS;
    }
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    for (String word : row[LEVELS].split(" ", -1)) {
      tokens.read(word);
      facts.read(word, tokens);
      entries.putIfAbsent(key(facts.get(0, WordFacts.WORD)), packed);
    }
  }

  /** Whether the language has none. */
  boolean isEmpty() {
    return empty;
  }

  /** The clusters of a word by its {@link WordFacts#WORD}, for {@link #at}. */
  long get(int word) {
    int slot = slots.of(key(word));
    return slot == Slots.NONE ? UNKNOWN : numbers[slot];
  }

  /**
   * A cluster's number, from 1.
   *
   * @param clusters of a word
   * @param level from 0, the coarsest
   */
  static int at(long clusters, int level) {
    return (int) (clusters >>> level * BITS) & (1 << BITS) - 1;
  }

  private static int key(int word) {
    return Features.mix(0, word);
  }
}
