package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall of country mentions on {@code countries.tsv}; a mention is right if it
 * overlaps one that is meant and has its id. {@code -Dcountries.show=true} prints each fault.
 */
class CountriesTest {

  private static final Pattern MEANT = Pattern.compile("\\[([A-Z]{2}):([^\\]]+)]");
  private static final int FEWEST = 600;

  private final EntityLinker linker = new EntityLinker();
  private final Map<String, Score> scores = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private static final class Score {

    private int meant;
    private int found;
    private int right;

    double precision() {
      return (double) right / found;
    }

    double recall() {
      return (double) right / meant;
    }

    String line(String language) {
      return String.format(
          Locale.ROOT,
          "%-4s %3d meant, %3d found: precision %.3f, recall %.3f",
          language,
          meant,
          found,
          precision(),
          recall());
    }
  }

  private record Mention(String id, int start, int end, String text) {

    boolean is(Mention other) {
      return id.equals(other.id) && start < other.end && other.start < end;
    }
  }

  @Test
  void linksCountriesInFourteenLanguages() {
    for (String line : Gazetteer.lines("countries-set.tsv")) {
      score(line.split("\t", -1)[0], line.split("\t", -1)[1]);
    }
    Score all = new Score();
    scores.forEach(
        (language, score) -> {
          System.out.println(score.line(language));
          all.meant += score.meant;
          all.found += score.found;
          all.right += score.right;
        });
    System.out.println(all.line("all"));
    if (Boolean.getBoolean("countries.show")) {
      faults.forEach(System.out::println);
    }
    assertThat(scores).hasSizeGreaterThanOrEqualTo(12);
    assertThat(all.meant).isGreaterThanOrEqualTo(FEWEST);
    assertThat(all.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(all.recall()).isGreaterThanOrEqualTo(0.90);
  }

  private void score(String language, String marked) {
    List<Mention> meant = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Matcher matcher = MEANT.matcher(marked);
    while (matcher.find()) {
      matcher.appendReplacement(text, "");
      int start = text.length();
      text.append(matcher.group(2));
      meant.add(new Mention(matcher.group(1), start, text.length(), matcher.group(2)));
    }
    matcher.appendTail(text);
    Score score = scores.computeIfAbsent(language, any -> new Score());
    Set<Mention> missed = new HashSet<>(meant);
    for (NameIndex.Found place : linker.find(text.toString(), language)) {
      if (place.entry().isCountry()) {
        String words = text.substring(place.start(), place.end());
        Mention found = new Mention(place.entry().id(), place.start(), place.end(), words);
        score.found++;
        if (meant.stream().anyMatch(found::is)) {
          score.right++;
          missed.removeIf(found::is);
        } else {
          faults.add(language + " wrong " + found.id() + " " + words + " in: " + text);
        }
      }
    }
    score.meant += meant.size();
    missed.forEach(m -> faults.add(language + " missed " + m.id() + " " + m.text()));
  }
}
