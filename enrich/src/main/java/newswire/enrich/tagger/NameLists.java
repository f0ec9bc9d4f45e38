package newswire.enrich.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Names and parts of names known in advance, from {@code names.tsv}: a trie of hashes of token
 * sequences, by language. Immutable.
 */
final class NameLists {

  private static final String FILE = "names.tsv";
  private static final int COLUMNS = 3;

  /**
   * What an entry is. Models are trained with the order: a kind's place is its bit in {@link
   * NameMatches}, so a new one goes to the end.
   */
  private enum Kind {
    FIRST,
    LAST,
    PLACE,
    ORG,
    SURNAME,
    GIVEN,
    PLACEEND,
    ORGEND,
    TITLE,
    FOREIGN;

    static String all() {
      return Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The sequence of no token. */
  static final int START = 7;

  /** An entry that begins longer ones. */
  private static final int PREFIX = 1 << 15;

  private static final Map<String, NameLists> LOADED = new ConcurrentHashMap<>();

  private final Slots slots;
  private final short[] values;
  private final boolean empty;

  private NameLists(TreeMap<Integer, Integer> entries) {
    empty = entries.isEmpty();
    slots = new Slots(entries.keySet());
    values = new short[slots.size()];
    entries.forEach((key, value) -> values[slots.of(key)] = value.shortValue());
  }

  /** The lists of a language; empty if it has none. */
  static NameLists of(String language) {
    return LOADED.computeIfAbsent(language, NameLists::load);
  }

  private static NameLists load(String language) {
    try (InputStream in = NameLists.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), language);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * The lists of a language in a file.
   *
   * @throws IllegalStateException names the first line, of any language, that cannot be read
   */
  static NameLists read(Reader file, String language) throws IOException {
    TreeMap<Integer, Integer> entries = new TreeMap<>();
    BufferedReader lines = new BufferedReader(file);
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        Kind kind = kind(row, number);
        if (row[0].equals(language)) {
          add(1 << kind.ordinal(), row[2], entries);
        }
      }
      number++;
    }
    return new NameLists(entries);
  }

  private static Kind kind(String[] row, int number) {
    String problem =
        row.length == COLUMNS
            ? "there is no kind " + row[1] + "; kinds are " + Kind.all()
            : "language, kind and entries are needed, separated by tabs";
    return Arrays.stream(Kind.values())
        .filter(kind -> row.length == COLUMNS && kind.word().equals(row[1]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(FILE + ", line " + number + ": " + problem));
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
    int slot = slots.of(key(sequence));
    return slot == Slots.NONE ? -1 : values[slot] & PREFIX - 1;
  }

  private static int key(int sequence) {
    return Features.mix(99, sequence);
  }
}
