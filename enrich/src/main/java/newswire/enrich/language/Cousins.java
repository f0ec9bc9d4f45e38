package newswire.enrich.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells close relatives apart by words that only one of them uses; the n-gram model alone confuses
 * them in short texts. Each such word counts once a text.
 */
final class Cousins {

  /** By how much a word of its own makes a language likelier: 3 times. */
  private static final double FACTOR = StrictMath.log(3);

  /** No more words count. */
  private static final double MOST = 6;

  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 4;
  private static final int SHORTEST_END = 2;

  private static final long PRIME = 0x100000001B3L;
  private static final long WHOLE = 1;
  private static final long BEGINNING = 2;
  private static final long ENDING = 3;
  private static final long PART = 4;

  private final List<Tongue> tongues = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final GramTable cues;

  Cousins() {
    Map<Long, List<Integer>> users = new LinkedHashMap<>();
    for (String line : lines()) {
      String[] row = line.split("\t", -1);
      groups.add(row[0]);
      tongues.add(Tongue.tagged(row[1]));
      for (String cue : row[2].split(" ", -1)) {
        List<Integer> known = users.computeIfAbsent(key(cue), any -> new ArrayList<>());
        if (!known.contains(tongues.size() - 1)) {
          known.add(tongues.size() - 1);
        }
      }
    }
    GramTable.Builder table = new GramTable.Builder();
    users.forEach(
        (key, known) -> {
          table.start(key);
          known.forEach(i -> table.weight(i, 1));
        });
    cues = table.build();
  }

  /**
   * Makes each relative of the likeliest language likelier by its own words.
   *
   * @param scores logarithms of probabilities, in the order of {@code languages}; changed here
   */
  void weigh(String text, List<Tongue> languages, double[] scores, int likeliest) {
    int own = tongues.indexOf(languages.get(likeliest));
    if (own < 0) {
      return;
    }
    GramTable.Sum hits = cues.sum(tongues.size());
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      word(text, start, end, hits);
      start = end + 1;
    }
    double most = 0;
    for (int i = 0; i < tongues.size(); i++) {
      most = groups.get(i).equals(groups.get(own)) ? Math.max(most, hits.of(i)) : most;
    }
    for (int i = 0; i < tongues.size(); i++) {
      if (groups.get(i).equals(groups.get(own))) {
        double above = Math.max(0, hits.of(i) - Math.max(0, most - MOST));
        scores[languages.indexOf(tongues.get(i))] += above * FACTOR;
      }
    }
  }

  private static void word(String text, int start, int end, GramTable.Sum hits) {
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = step(hash, text.charAt(i));
      if (i > start) {
        hits.add(kind(hash, BEGINNING));
        parts(text, i, end, hits);
      }
    }
    hits.add(kind(hash, WHOLE));
    long backwards = 0;
    for (int i = end - 1; i >= start; i--) {
      backwards = step(backwards, text.charAt(i));
      if (end - i >= SHORTEST_END) {
        hits.add(kind(backwards, ENDING));
      }
    }
  }

  private static void parts(String text, int from, int end, GramTable.Sum hits) {
    long hash = 0;
    for (int i = from; i < Math.min(end, from + LONGEST_PART); i++) {
      hash = step(hash, text.charAt(i));
      if (i - from + 1 >= SHORTEST_PART) {
        hits.add(kind(hash, PART));
      }
    }
  }

  /** A star stands for any letters before or after. */
  private static long key(String cue) {
    boolean open = cue.endsWith("*");
    boolean within = cue.startsWith("*");
    String letters = cue.replace("*", "");
    if (within && !open) {
      return kind(hash(new StringBuilder(letters).reverse()), ENDING);
    }
    return kind(hash(letters), within ? PART : open ? BEGINNING : WHOLE);
  }

  private static long hash(CharSequence letters) {
    long hash = 0;
    for (int i = 0; i < letters.length(); i++) {
      hash = step(hash, letters.charAt(i));
    }
    return hash;
  }

  private static long step(long hash, char letter) {
    return (hash + Character.toLowerCase(letter)) * PRIME;
  }

  private static long kind(long hash, long kind) {
    return (hash ^ hash >>> 29) * PRIME + kind;
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
