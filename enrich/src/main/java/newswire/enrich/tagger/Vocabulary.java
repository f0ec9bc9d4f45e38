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
 * Words of a language without spaces with their kinds (noun, verb, name of a person) and how often
 * they are used, from {@code words-LANG.tsv.gz}: a trie of hashes of token sequences. Immutable.
 */
final class Vocabulary {

  /** The sequence of no token. */
  static final int START = NameLists.START;

  /** What a word costs that is used once, in the unit of {@link #cost}. */
  static final int MOST_COST = 180;

  /** Where no word begins with a sequence. */
  static final int NONE = -1;

  /** A sequence that only begins words. */
  static final int PREFIX = 0;

  private static final Map<String, Vocabulary> LOADED = new ConcurrentHashMap<>();

  private final Slots slots;
  private final short[] values;
  private final boolean empty;

  private Vocabulary(TreeMap<Integer, Integer> entries) {
    empty = entries.isEmpty();
    slots = new Slots(entries.keySet());
    values = new short[slots.size()];
    entries.forEach((key, value) -> values[slots.of(key)] = value.shortValue());
  }

  /** The words of a language; empty if it has none. */
  static Vocabulary of(String language) {
    return LOADED.computeIfAbsent(language, Vocabulary::load);
  }

  private static Vocabulary load(String language) {
    String file = "words-" + language + ".tsv.gz";
    TreeMap<Integer, Integer> entries = new TreeMap<>();
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      if (in != null) {
        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))
            .lines()
            .forEach(line -> add(line.split("\t", -1), entries));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return new Vocabulary(entries);
  }

  /** A line has a kind from 1, a cost and the words of these between spaces. */
  private static void add(String[] row, TreeMap<Integer, Integer> entries) {
    int value = Integer.parseInt(row[0]) << 8 | Integer.parseInt(row[1]);
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    for (String word : row[2].split(" ", -1)) {
      tokens.read(word);
      facts.read(word, tokens);
      int sequence = START;
      for (int i = 0; i < tokens.count; i++) {
        sequence = NameLists.after(sequence, facts.get(i, WordFacts.WORD));
        boolean whole = i + 1 == tokens.count;
        entries.merge(key(sequence), whole ? value : PREFIX, Vocabulary::cheaper);
      }
    }
  }

  /** A word and its variant in other characters are one. */
  private static int cheaper(int one, int other) {
    if (one == PREFIX || other == PREFIX) {
      return one + other;
    }
    return cost(one) < cost(other) || cost(one) == cost(other) && one < other ? one : other;
  }

  /** Whether the language has none. */
  boolean isEmpty() {
    return empty;
  }

  /** The word that is a sequence, for {@link #kind} and {@link #cost}, or what else it is. */
  int get(int sequence) {
    int slot = slots.of(key(sequence));
    return slot == Slots.NONE ? NONE : values[slot];
  }

  /** From 1. */
  static int kind(int word) {
    return word >> 8;
  }

  /** Minus the logarithm of how often the word is used among all, in tenths. */
  static int cost(int word) {
    return word & 0xFF;
  }

  private static int key(int sequence) {
    return Features.mix(98, sequence);
  }
}
