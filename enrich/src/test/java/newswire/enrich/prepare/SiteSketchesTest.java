package newswire.enrich.prepare;

import static newswire.enrich.boilerplate.Reports.FOOTERS;
import static newswire.enrich.boilerplate.Reports.edited;
import static newswire.enrich.boilerplate.Reports.paragraph;
import static newswire.enrich.boilerplate.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import newswire.enrich.relate.Deduplication;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import org.junit.jupiter.api.Test;

class SiteSketchesTest {

  static {
    TrustedRecords.register();
  }

  private static final long SEED = 20261125;
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private static Article article(String id, String site, Instant effective, String text) {
    return Article.newBuilder()
        .setId(id)
        .setSite(site)
        .setTitle("عنوان " + id)
        .setText(text)
        .setContentHash(ContentHash.of(id, text))
        .setEffective(effective)
        .build();
  }

  private static Map<String, Sketch> last(List<Article> articles) {
    SiteSketches.InMemory sketches = SiteSketches.inMemory();
    Map<String, Sketch> last = new TreeMap<>();
    for (Article article : articles) {
      sketches.add(article).forEach(sketch -> last.put(sketch.getArticleId(), sketch));
    }
    return last;
  }

  @Test
  void theThirdReportDrawsTheEarlierSketchesAgain() {
    for (int script = 0; script < FOOTERS.size(); script++) {
      SiteSketches.InMemory sketches = SiteSketches.inMemory();
      List<Sketch> drawn = new ArrayList<>();
      List<Sketch> bare = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        String report = report(i, script, 4);
        drawn.addAll(
            sketches.add(article("a" + i, "site", NOON, report + "\n" + FOOTERS.get(script))));
        bare.add(Sketches.of(article("a" + i, "site", NOON, report)));
      }
      assertThat(drawn)
          .extracting(Sketch::getArticleId)
          .containsExactly("a0", "a1", "a2", "a0", "a1");
      assertThat(drawn.subList(2, 5))
          .extracting(Sketch::getBodyHash)
          .containsExactlyInAnyOrderElementsOf(bare.stream().map(Sketch::getBodyHash).toList());
    }
  }

  @Test
  void lateVersionsAndOrderOfArrivalDoNotMatter() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int compared = 0;
    int differing = 0;
    int reduced = 0;
    for (int world = 0; world < 5; world++) {
      List<Article> articles = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        int script = random.nextInt(FOOTERS.size());
        String report = report(random.nextInt(30), script, 1 + random.nextInt(4));
        String text = random.nextBoolean() ? report : edited(report, random, 10);
        String footers = random.nextInt(4) == 0 ? "" : "\n" + FOOTERS.get(random.nextInt(4));
        Instant effective = NOON.plus(Duration.ofHours(84L * random.nextInt(14)));
        articles.add(article("id" + i, "site" + random.nextInt(2), effective, text + footers));
      }
      Map<String, Sketch> first = last(articles);
      for (Article article : articles) {
        reduced += first.get(article.getId()).equals(Sketches.of(article)) ? 0 : 1;
      }
      for (int round = 0; round < 10; round++) {
        Collections.shuffle(articles, random);
        List<Article> schedule = new ArrayList<>(articles);
        // Some come first as they were before, with another text at another time.
        for (Article article : articles.subList(0, 15)) {
          Instant earlier = article.getEffective().minus(Duration.ofHours(84));
          String text = report(random.nextInt(30), 0, 3) + "\n" + FOOTERS.get(0);
          int place = random.nextInt(schedule.indexOf(article) + 1);
          schedule.add(place, article(article.getId(), article.getSite(), earlier, text));
        }
        Map<String, Sketch> again = last(schedule);
        for (String id : first.keySet()) {
          compared++;
          differing += first.get(id).equals(again.get(id)) ? 0 : 1;
        }
      }
    }
    System.out.println(
        compared + " sketches, " + differing + " differ; without boilerplate " + reduced + " of 400");
    assertThat(differing).isZero();
    assertThat(reduced).isGreaterThan(100);
  }

  @Test
  void aFooterMakesNoCopies() {
    for (int script = 0; script < FOOTERS.size(); script++) {
      Random random = new Random(SEED + script);
      StringBuilder footer = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        footer.append('\n').append(paragraph(random, script, 25));
      }
      Deduplication with = new Deduplication();
      Deduplication without = new Deduplication();
      SiteSketches.InMemory sketches = SiteSketches.inMemory();
      int copies = 0;
      for (int i = 0; i < 300; i++) {
        boolean copy = i % 10 == 9;
        String report = report(copy ? i - 5 : i, script, 2 + random.nextInt(4));
        String text = copy ? edited(report(i - 5, script, 4), random, 15) : report;
        copies += copy ? 1 : 0;
        Instant effective = NOON.plus(Duration.ofMinutes(20L * i));
        Article article = article("id" + (1000 + i), "site", effective, text + footer);
        with.add(Sketches.of(article));
        sketches.add(article).forEach(without::add);
      }
      System.out.println(
          "footer of 6 paragraphs, 300 articles, 30 real copies, script "
              + script
              + ": copies found with the footer "
              + found(with)
              + ", without it "
              + found(without));
      assertThat(found(with)).isGreaterThan(200);
      assertThat(found(without)).isBetween(copies - 3L, (long) copies);
    }
  }

  private static long found(Deduplication articles) {
    return articles.relations().stream()
        .map(Relation::getKind)
        .filter(kind -> kind != RelationKind.NONE)
        .count();
  }

  @Test
  void areEveryParagraphsWhereNothingElseIsSaid() {
    String stub = FOOTERS.get(0) + "\n" + FOOTERS.get(1);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      articles.add(article("a" + i, "site", NOON, report(i, 2, 3) + "\n" + stub));
    }
    Article bare = article("b", "site", NOON, stub);
    articles.add(bare);
    assertThat(last(articles).get("b")).isEqualTo(Sketches.of(bare));
  }
}
