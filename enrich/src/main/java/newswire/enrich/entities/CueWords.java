package newswire.enrich.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cue words of a language, from {@code cue-rules.tsv}, by what they fold to. Immutable. */
final class CueWords {

  private static final String FILE = "cue-rules.tsv";
  private static final int COLUMNS = 3;
  private static final Map<String, CueWords> LOADED = new ConcurrentHashMap<>();

  private final Map<String, Set<Cue>> entries = new HashMap<>();
  private final List<String> verbStarts = new ArrayList<>();
  private final List<String> verbEnds = new ArrayList<>();
  private final Endings endings;

  /** Words of the longest entry that begins with a word. */
  private final Map<String, Integer> longest = new HashMap<>();

  private CueWords(String language) {
    this.endings = Endings.of(language);
  }

  /** Those of a language by its tag's first part; empty if it has none. */
  static CueWords of(String language) {
    return LOADED.computeIfAbsent(language.split("-", 2)[0], CueWords::load);
  }

  private static CueWords load(String language) {
    try (InputStream in = CueWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), language);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * Those of a language in a file.
   *
   * @throws IllegalStateException names the first line, of any language, that cannot be read
   */
  static CueWords read(Reader file, String language) throws IOException {
    CueWords words = new CueWords(language);
    BufferedReader lines = new BufferedReader(file);
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        Cue cue = cue(row, number);
        if (row[0].equals(language)) {
          words.add(cue, row[2]);
        }
      }
      number++;
    }
    return words;
  }

  private static Cue cue(String[] row, int number) {
    String where = FILE + ", line " + number + ": ";
    if (row.length != COLUMNS) {
      throw new IllegalStateException(
          where + "language, kind and entries are needed, separated by tabs");
    }
    return Cue.named(row[1])
        .orElseThrow(
            () ->
                new IllegalStateException(
                    where + "there is no kind " + row[1] + "; kinds are " + Cue.all()));
  }

  private void add(Cue cue, String row) {
    for (String entry : row.trim().split(" +", -1)) {
      if (cue == Cue.VERBSTART || cue == Cue.VERBEND) {
        (cue == Cue.VERBSTART ? verbStarts : verbEnds).add(entry);
      } else {
        String[] words = entry.split("_", -1);
        for (int i = 0; i < words.length; i++) {
          words[i] = Tokens.writing(words[i]).replace(" ", "");
        }
        longest.merge(words[0], words.length, Math::max);
        entries.computeIfAbsent(String.join(" ", words), any -> EnumSet.noneOf(Cue.class)).add(cue);
      }
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** In words, of the longest entry that begins with a folded word; 1 if there is none. */
  int longest(String first) {
    return longest.getOrDefault(first, 1);
  }

  /**
   * What an entry says; nothing if there is none.
   *
   * @param writing folded words separated by spaces; the last may have a case ending
   */
  Set<Cue> get(String writing) {
    Set<Cue> cues = entries.get(writing);
    if (cues == null && !endings.isEmpty()) {
      char[] letters = writing.toCharArray();
      int from = writing.lastIndexOf(' ') + 1;
      cues = entries.get(writing.substring(0, endings.stem(letters, from, letters.length)));
    }
    return cues == null ? Set.of() : cues;
  }

  /** Whether a word as it is written begins or ends as only verbs do. */
  boolean isVerb(String word) {
    return verbStarts.stream().anyMatch(word::startsWith)
        || verbEnds.stream().anyMatch(word::endsWith);
  }
}
