package newswire.enrich.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.prepare.Sketches;
import newswire.enrich.relate.Deduplication;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import org.junit.jupiter.api.Test;

/**
 * Stories found among reports of our own, in five languages, two or three of one event and others
 * of the same place: by BCubed (Bagga and Baldwin 1998), for every report the part of its found
 * story that belongs there, and the part of its true story that was found.
 */
class BCubedTest {

  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
  private static final double LEAST = .83;

  static {
    TrustedRecords.register();
  }

  private record Report(String id, String story, String language) {}

  private final List<Report> reports = new ArrayList<>();
  private final Map<String, String> found = new TreeMap<>();

  private void read() throws IOException {
    Preparation preparation = Preparation.standard();
    Deduplication articles = new Deduplication();
    try (InputStream in = requireNonNull(getClass().getResourceAsStream("reports.tsv"))) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().skip(1).toList()) {
        String[] row = line.split("\t", -1);
        Report report = new Report("report" + reports.size(), row[0], row[2]);
        reports.add(report);
        Instant time = START.plus(Duration.ofHours(Long.parseLong(row[1])));
        Article article =
            Article.newBuilder()
                .setId(report.id())
                .setTitle(row[3])
                .setText(row[4])
                .setEffective(time)
                .setFirstSeen(time)
                .build();
        articles.add(Sketches.of(preparation.enriched(article)));
      }
    }
    articles.relations().forEach(r -> found.put(r.getArticleId(), r.getStory()));
  }

  private double f(String language) {
    double precision = 0;
    double recall = 0;
    List<Report> own = reports.stream().filter(r -> r.language().equals(language)).toList();
    for (Report report : own) {
      List<Report> together = reports.stream().filter(r -> found(r).equals(found(report))).toList();
      List<Report> truly = own.stream().filter(r -> r.story().equals(report.story())).toList();
      double both = truly.stream().filter(together::contains).count();
      precision += both / together.size() / own.size();
      recall += both / truly.size() / own.size();
    }
    double f = 2 * precision * recall / (precision + recall);
    System.out.printf(
        Locale.ROOT,
        "%s: %d reports, BCubed precision %.3f, recall %.3f, F %.3f%n",
        language,
        own.size(),
        precision,
        recall,
        f);
    return f;
  }

  private String found(Report report) {
    return requireNonNull(found.get(report.id()));
  }

  @Test
  void findsTheStoriesOfOwnReports() throws IOException {
    read();
    List<String> languages = reports.stream().map(Report::language).distinct().toList();
    double mean = languages.stream().mapToDouble(this::f).average().orElse(0);
    System.out.printf(Locale.ROOT, "mean %.3f%n", mean);
    assertThat(mean).isGreaterThanOrEqualTo(LEAST);
  }
}
