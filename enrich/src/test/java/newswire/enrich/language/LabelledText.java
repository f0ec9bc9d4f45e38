package newswire.enrich.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text whose language is known.
 *
 * @param label as the data has it: a BCP 47 tag, without a script where the language has one
 * @param kind head, sent or para
 * @param place where it lies among those of its label and kind, from 0 to less than 1
 */
record LabelledText(String label, String kind, String text, double place) {

  private static final int BEGINNING = 24;

  /** Reads rows of label, kind and text. */
  static List<LabelledText> read(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] row = line.split("\t", 3);
      rows.add(row);
      sizes.merge(row[0] + row[1], 1, Integer::sum);
    }
    Map<String, Integer> seen = new HashMap<>();
    List<LabelledText> texts = new ArrayList<>();
    for (String[] row : rows) {
      double before = seen.merge(row[0] + row[1], 1, Integer::sum) - 1.0;
      texts.add(
          new LabelledText(
              row[0], row[1], row[2], before / sizes.getOrDefault(row[0] + row[1], 1)));
    }
    return texts;
  }

  /** Serbian is labelled by its script in Cyrillic only. */
  Tongue tongue() {
    return Tongue.tagged(label.equals("sr") ? "sr-Latn" : label);
  }

  /** Whether a tag names the language; scripts and regions are not compared. */
  boolean isIn(String tag) {
    return tag.split("-", 2)[0].equals(label.split("-", 2)[0]);
  }

  Stream<String> sentences() {
    return Stream.of(text.split("(?<=[.!?。؟۔।]) +", -1));
  }

  /** What the headlines, sentences and paragraphs that were cut from one text have in common. */
  static String beginning(String sentence) {
    String letters = Letters.sample(sentence).text().toLowerCase(Locale.ROOT);
    return letters.substring(0, Math.min(BEGINNING, letters.length()));
  }
}
