package newswire.enrich.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that announce a name: titles and offices, head nouns of organisations and of places. From
 * {@code cues.tsv}; all languages together, as a word of one is rarely a cue of another kind.
 */
final class Cues {

  static final int NONE = 0;

  /** Numbered by their place: a title before a name, one after it, an organisation, a place. */
  private static final List<String> KINDS = List.of("", "title", "after", "organisation", "place");

  static final Cues STANDARD = load();

  private final Map<Integer, Integer> kinds = new HashMap<>();

  private static Cues load() {
    Cues cues = new Cues();
    try (InputStream in = Cues.class.getResourceAsStream("cues.tsv")) {
      if (in == null) {
        throw new IllegalStateException("cues.tsv is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(row -> cues.add(kind(row), row[2]));
    } catch (IOException e) {
      throw new UncheckedIOException("cues.tsv cannot be read", e);
    }
    return cues;
  }

  private static int kind(String[] row) {
    int kind = KINDS.indexOf(row[1]);
    if (kind <= NONE) {
      throw new IllegalStateException(
          "cues.tsv: no kind '" + row[1] + "', there are " + KINDS.subList(1, KINDS.size()));
    }
    return kind;
  }

  private void add(int kind, String words) {
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    tokens.read(words);
    facts.read(words, tokens);
    for (int i = 0; i < tokens.count; i++) {
      kinds.putIfAbsent(facts.get(i, WordFacts.WORD), kind);
    }
  }

  /** Kind of a word by its {@link WordFacts#WORD}; {@link #NONE} if it is no cue. */
  int get(int word) {
    return kinds.getOrDefault(word, NONE);
  }
}
