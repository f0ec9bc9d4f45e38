package newswire.enrich.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names and parts of names known in advance, from {@code names.tsv}: a trie of hashes of token
 * sequences, by language. Immutable.
 */
final class NameLists {

  /** Their places are their bits in {@link NameMatches}. */
  private static final List<String> KINDS =
      List.of(
          "first",
          "last",
          "place",
          "org",
          "surname",
          "given",
          "placeend",
          "orgend",
          "title",
          "foreign");

  /** The sequence of no token. */
  static final int START = 7;

  /** An entry that begins longer ones. */
  private static final int PREFIX = 1 << 15;

  private static final Map<String, NameLists> LOADED = new ConcurrentHashMap<>();

  private final int[] keys;
  private final short[] values;
  private final boolean empty;

  private NameLists(TreeMap<Integer, Integer> entries) {
    empty = entries.isEmpty();
    int capacity = Integer.highestOneBit(Math.max(4, entries.size() * 2)) * 2;
    keys = new int[capacity];
    values = new short[capacity];
    entries.forEach(
        (key, value) -> {
          int slot = slot(key);
          keys[slot] = key;
          values[slot] = value.shortValue();
        });
  }

  /** The lists of a language; empty if it has none. */
  static NameLists of(String language) {
    return LOADED.computeIfAbsent(language, NameLists::load);
  }

  private static NameLists load(String language) {
    TreeMap<Integer, Integer> entries = new TreeMap<>();
    try (InputStream in = NameLists.class.getResourceAsStream("names.tsv")) {
      if (in == null) {
        throw new IllegalStateException("names.tsv is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> line.startsWith(language + "\t"))
          .map(line -> line.split("\t", -1))
          .forEach(row -> add(1 << KINDS.indexOf(row[1]), row[2], entries));
    } catch (IOException e) {
      throw new UncheckedIOException("names.tsv cannot be read", e);
    }
    return new NameLists(entries);
  }

  private static void add(int kind, String row, TreeMap<Integer, Integer> entries) {
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    for (String entry : row.trim().split(" +", -1)) {
      String text = entry.replace('_', ' ');
      tokens.read(text);
      facts.read(text, tokens);
      int h = START;
      for (int i = 0; i < tokens.count; i++) {
        h = after(h, facts.get(i, WordFacts.WORD));
        int value = i + 1 < tokens.count ? PREFIX : kind;
        entries.merge(key(h), value, (a, b) -> a | b);
      }
    }
  }

  /** Whether the language has none. */
  boolean isEmpty() {
    return empty;
  }

  /** Of a sequence with one token more. */
  static int after(int sequence, int word) {
    return sequence * 131 + word;
  }

  /** The kinds of a sequence, a bit each; -1 if no entry begins with it. */
  int kinds(int sequence) {
    int slot = slot(key(sequence));
    return keys[slot] == 0 ? -1 : values[slot] & PREFIX - 1;
  }

  private static int key(int sequence) {
    return Features.mix(99, sequence);
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
