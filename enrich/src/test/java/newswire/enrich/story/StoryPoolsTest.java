package newswire.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.prepare.Sketches;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures closeness on pairs of articles labelled as one story or not, kept outside the project;
 * skips without them. They have no times: all are taken for simultaneous.
 */
class StoryPoolsTest {

  private static final Path POOLS = Path.of("../../shared/data/duplicates");
  private static final double LEAST_F1 = .8;

  static {
    TrustedRecords.register();
  }

  /**
   * Two articles.
   *
   * @param meet whether they share two keys, and so are compared at all
   */
  private record Pair(double score, boolean same, boolean meet) {}

  private final Preparation preparation = Preparation.standard();

  @ParameterizedTest
  @ValueSource(strings = {"en_train_pool", "ru_exam_pool", "ru_train_pool"})
  void tellsPairsOfOneStory(String name) throws IOException {
    Path file = POOLS.resolve(name + ".tsv");
    assumeTrue(Files.exists(file), "no development pairs at " + file);
    List<Pair> pairs = read(file);
    double enough = Brake.enough(Duration.ZERO, 0);
    System.out.printf(
        Locale.ROOT,
        "%s: %d pairs, %d of one story, %d of these meet; AUC %.3f; F1 %.3f, 20 %% lower %.3f, higher"
            + " %.3f%n",
        name,
        pairs.size(),
        pairs.stream().filter(Pair::same).count(),
        pairs.stream().filter(pair -> pair.same() && pair.meet()).count(),
        auc(pairs),
        f1(pairs, enough),
        f1(pairs, .8 * enough),
        f1(pairs, 1.2 * enough));
    assertThat(f1(pairs, enough)).isGreaterThan(LEAST_F1);
    assertThat(pairs).filteredOn(Pair::same).allMatch(Pair::meet);
  }

  private List<Pair> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> head = List.of(lines.get(0).split("\t", -1));
    List<Pair> pairs = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = List.of(line.split("\t", -1));
      Features first = features(row, head, "INPUT:first");
      Features second = features(row, head, "INPUT:second");
      int shared =
          first.lookups().stream()
              .filter(second.lookups()::contains)
              .mapToInt(lookup -> lookup.by().weight())
              .sum();
      boolean same = row.get(head.indexOf("GOLDEN:quality")).strip().equals("OK");
      pairs.add(new Pair(Closeness.of(first, second), same, shared >= 2));
    }
    return pairs;
  }

  private Features features(List<String> row, List<String> head, String which) {
    Article article =
        Article.newBuilder()
            .setTitle(row.get(head.indexOf(which + "_title")))
            .setText(row.get(head.indexOf(which + "_text")))
            .build();
    return Features.of(Sketches.of(preparation.enriched(article)));
  }

  /** How often a pair of one story is closer than another; ties count half. */
  private static double auc(List<Pair> pairs) {
    double above = 0;
    int all = 0;
    for (Pair one : pairs.stream().filter(Pair::same).toList()) {
      for (Pair other : pairs.stream().filter(pair -> !pair.same()).toList()) {
        above += (1 + Double.compare(one.score(), other.score())) / 2.0;
        all++;
      }
    }
    return above / all;
  }

  private static double f1(List<Pair> pairs, double enough) {
    long found = pairs.stream().filter(pair -> pair.score() >= enough).count();
    long right = pairs.stream().filter(pair -> pair.same() && pair.score() >= enough).count();
    return 2.0 * right / (found + pairs.stream().filter(Pair::same).count());
  }
}
