package newswire.enrich.sketch;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** How many edited copies are found again, by kind of edit and by language. */
final class EditSuite {

  private final Map<Edit, int[]> byEdit = new EnumMap<>(Edit.class);
  private final Map<String, int[]> byLanguage = new TreeMap<>();
  private final Map<Edit, Integer> noKey = new EnumMap<>(Edit.class);
  private final Random random;
  private final boolean late;

  EditSuite(long seed, boolean late) {
    this.random = new Random(seed);
    this.late = late;
  }

  void run(Map<String, List<Story>> all) {
    all.forEach(
        (language, stories) -> {
          for (int i = 0; i < stories.size(); i++) {
            Story story = stories.get(i);
            Story other =
                stories.get((i + 1 + random.nextInt(stories.size() - 1)) % stories.size());
            for (Edit edit : Edit.values()) {
              count(edit, language, story, edit.apply(story, other, random));
            }
          }
        });
  }

  private void count(Edit edit, String language, Story story, Story copy) {
    Fingerprint one = story.fingerprint();
    Fingerprint two = copy.fingerprint();
    Duration apart = Duration.ofHours(late ? 72 : random.nextInt(24));
    boolean met = shareKey(one, two);
    boolean found = met && Likeness.of(one, two, apart).isCopy();
    if (!met) {
      noKey.merge(edit, 1, Integer::sum);
    }
    for (int[] counts :
        List.of(
            byEdit.computeIfAbsent(edit, key -> new int[2]),
            byLanguage.computeIfAbsent(language, key -> new int[2]))) {
      counts[0] += found ? 1 : 0;
      counts[1]++;
    }
  }

  static boolean shareKey(Fingerprint one, Fingerprint two) {
    int[] keys = two.keys();
    return Arrays.stream(one.keys()).anyMatch(a -> Arrays.stream(keys).anyMatch(b -> a == b));
  }

  double overall() {
    int[] sum = new int[2];
    byEdit.values().forEach(counts -> Arrays.setAll(sum, i -> sum[i] + counts[i]));
    return part(sum);
  }

  double worstEdit() {
    return byEdit.values().stream().mapToDouble(EditSuite::part).min().orElse(0);
  }

  double worstLanguage() {
    return byLanguage.values().stream().mapToDouble(EditSuite::part).min().orElse(0);
  }

  private static double part(int[] counts) {
    return (double) counts[0] / counts[1];
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    byEdit.forEach((e, c) -> line(out, e.name(), c, noKey.getOrDefault(e, 0)));
    byLanguage.forEach((l, c) -> line(out, l, c, 0));
    return out + String.format(Locale.ROOT, "overall %.4f%n", overall());
  }

  private static void line(StringBuilder out, String name, int[] counts, int unmet) {
    out.append(
        String.format(
            Locale.ROOT, "%-14s %.4f of %d, no key %d%n", name, part(counts), counts[1], unmet));
  }
}
