package newswire.enrich.tagger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the file of a {@link Vocabulary} of the dictionary of jieba, as jieba-analysis has it
 * ({@code dict.txt}: a word, its uses, its part of speech a line). Run as a program: the
 * dictionary, the file to write. The same dictionary gives the same file.
 */
public final class VocabularyTraining {

  /** Words of fewer uses are left out, but for names of persons, places and organisations. */
  private static final int FEWEST = 3;

  /** Numbered by their place: persons, places, organisations and other names, then other words. */
  private static final List<String> KINDS =
      List.of("", "nr", "nrt", "ns", "nt", "nz", "n", "v", "a", "d", "i", "j", "m", "x");

  private VocabularyTraining() {}

  /** Takes the dictionary and the file to write. */
  public static void main(String[] args) throws IOException {
    List<String[]> rows = new ArrayList<>();
    long uses = 0;
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] row = line.split(" ", -1);
      uses += Long.parseLong(row[1]);
      rows.add(row);
    }
    SortedMap<Integer, StringBuilder> lines = new TreeMap<>();
    for (String[] row : rows) {
      int count = Integer.parseInt(row[1]);
      if (count >= FEWEST || kind(row[2]) <= KINDS.indexOf("nt")) {
        int cost = (int) Math.round(10 * StrictMath.log(uses / (double) count));
        lines
            .computeIfAbsent(kind(row[2]) << 8 | cost, any -> new StringBuilder())
            .append(' ')
            .append(row[0]);
      }
    }
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]));
        Writer writer = new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8)) {
      for (var line : lines.entrySet()) {
        String words = line.getValue().substring(1);
        writer.append(line.getKey() / 256 + "\t" + line.getKey() % 256 + "\t" + words + "\n");
      }
    }
  }

  private static int kind(String part) {
    String of = part.equals("nrfg") ? "nr" : part;
    int whole = KINDS.indexOf(of);
    if (whole > 0) {
      return whole;
    }
    String broad = of.startsWith("l") ? "i" : of.substring(0, 1);
    return KINDS.indexOf(KINDS.contains(broad) ? broad : "x");
  }
}
