package newswire.enrich.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells close relatives apart by words that only one of them uses; the n-gram model alone confuses
 * them in short texts.
 */
final class Cousins {

  /** How much likelier a word of its own makes a language, and how much at most. */
  private static final double FACTOR = 3.0;

  private static final int MOST = 6;

  /** The model has learned Serbian in Cyrillic only, and takes the Latin one for Croatian. */
  private static final double SERBIAN_AS_CROATIAN = 0.6;

  private final Map<String, List<Tongue>> whole = new HashMap<>();
  private final Map<String, List<Tongue>> beginnings = new HashMap<>();
  private final Map<String, List<Tongue>> endings = new HashMap<>();
  private final Map<String, List<Tongue>> parts = new HashMap<>();
  private final Map<Tongue, String> groups = new HashMap<>();

  Cousins() {
    for (String line : lines()) {
      String[] row = line.split("\t", -1);
      Tongue tongue = Tongue.tagged(row[1]);
      groups.put(tongue, row[0]);
      for (String cue : row[2].split(" ", -1)) {
        add(cue, tongue);
      }
    }
  }

  /** Makes each relative of the likeliest language likelier by its own words. */
  void weigh(String text, Map<Tongue, Double> likely, Tongue best) {
    String group = groups.get(best);
    if (group == null) {
      return;
    }
    if (likely.containsKey(Tongue.HR)) {
      likely.merge(Tongue.SR_LATN, likely.get(Tongue.HR) * SERBIAN_AS_CROATIAN, Math::max);
    }
    Map<Tongue, Integer> hits = new HashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split(" ", -1)) {
      for (Tongue tongue : users(word)) {
        if (group.equals(groups.get(tongue))) {
          hits.merge(tongue, 1, Integer::sum);
        }
      }
    }
    int fewest = hits.values().stream().mapToInt(hit -> hit - MOST).max().orElse(0);
    hits.forEach(
        (tongue, hit) ->
            likely.computeIfPresent(
                tongue, (any, p) -> p * Math.pow(FACTOR, Math.max(0, hit - Math.max(0, fewest)))));
  }

  private Set<Tongue> users(String word) {
    Set<Tongue> users = new HashSet<>(whole.getOrDefault(word, List.of()));
    for (int length = 2; length <= word.length(); length++) {
      users.addAll(beginnings.getOrDefault(word.substring(0, length), List.of()));
      users.addAll(endings.getOrDefault(word.substring(word.length() - length), List.of()));
    }
    for (int from = 1; from < word.length(); from++) {
      for (int to = from + 3; to <= Math.min(word.length(), from + 4); to++) {
        users.addAll(parts.getOrDefault(word.substring(from, to), List.of()));
      }
    }
    return users;
  }

  private void add(String cue, Tongue tongue) {
    boolean open = cue.endsWith("*");
    boolean within = cue.startsWith("*");
    Map<String, List<Tongue>> map = within ? (open ? parts : endings) : (open ? beginnings : whole);
    map.computeIfAbsent(cue.replace("*", ""), any -> new ArrayList<>()).add(tongue);
  }

  private static List<String> lines() {
    try (InputStream in = Cousins.class.getResourceAsStream("cues.tsv")) {
      if (in == null) {
        throw new IllegalStateException("cues.tsv is missing from the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cues.tsv cannot be read", e);
    }
  }
}
