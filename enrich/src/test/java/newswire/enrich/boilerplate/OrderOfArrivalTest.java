package newswire.enrich.boilerplate;

import static java.util.Objects.requireNonNull;
import static newswire.enrich.boilerplate.Reports.FOOTERS;
import static newswire.enrich.boilerplate.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.enrich.rows.MemoryRows;
import newswire.enrich.rows.Rows;
import newswire.enrich.sketch.Paragraphs;
import org.junit.jupiter.api.Test;

/**
 * What is boilerplate does not depend on the order of arrival, and is what the definition says: in
 * the end, the last that was said of each article is compared with a plain reading of it.
 */
class OrderOfArrivalTest {

  private static final long SEED = 20261125;
  private static final long NOON = 1_772_000_000_000L;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Random random = new Random(SEED);

  /** Versions of few sites' articles; times collide, and lie on the edges of the window. */
  private List<List<SiteArticle>> articles() {
    List<List<SiteArticle>> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String id = "id" + (100 + i);
      int site = random.nextInt(3);
      List<SiteArticle> versions = new ArrayList<>();
      long effective = NOON + random.nextInt(20) * 7 * 12 * HOUR + random.nextInt(2);
      for (int version = random.nextInt(4) == 0 ? 0 : 1; version < 2; version++) {
        long moved = random.nextInt(3) == 0 ? 24 * HOUR * random.nextInt(8) : 0;
        versions.add(
            new SiteArticle(id, "site" + site, effective - moved, Paragraphs.of(text(site))));
      }
      articles.add(versions);
    }
    return articles;
  }

  /** One of a few reports, whole or edited or cut, with some of the site's footers. */
  private String text(int site) {
    int script = random.nextInt(FOOTERS.size());
    int number = random.nextInt(14);
    List<String> paragraphs =
        new ArrayList<>(List.of(report(number, script, 1 + number % 4).split("\n")));
    if (random.nextInt(4) == 0) {
      paragraphs.set(0, report(random.nextInt(1_000), script, 1));
    }
    for (int i = 0; i < 3; i++) {
      if (random.nextInt(3) > 0) {
        paragraphs.add(FOOTERS.get((site + i) % FOOTERS.size()));
      }
    }
    return String.join("\n", paragraphs);
  }

  /** In a random order, but the versions of an article in theirs. */
  private List<SiteArticle> shuffled(List<List<SiteArticle>> articles) {
    List<SiteArticle> schedule = new ArrayList<>();
    for (List<SiteArticle> versions : articles) {
      int least = 0;
      for (SiteArticle version : versions) {
        int place = least + random.nextInt(schedule.size() - least + 1);
        schedule.add(place, version);
        least = place + 1;
      }
    }
    return schedule;
  }

  /** What was said last of each article, with a restart now and then. */
  private Map<String, Set<Long>> read(List<SiteArticle> schedule) {
    Map<String, SiteArticle> articles = new HashMap<>();
    Rows<byte[]> sightings = new MemoryRows<>();
    Rows<byte[]> times = new MemoryRows<>();
    Map<String, Set<Long>> said = new TreeMap<>();
    SiteBoilerplate boilerplate = new SiteBoilerplate(sightings, times, articles::get);
    for (SiteArticle article : schedule) {
      if (random.nextInt(20) == 0) {
        boilerplate = new SiteBoilerplate(sightings, times, articles::get);
      }
      SiteArticle before = articles.get(article.id());
      if (before != null) {
        assertThat(boilerplate.of(before)).isEqualTo(said.get(article.id()));
      }
      SiteBoilerplate.Change change = boilerplate.replace(before, article);
      articles.put(article.id(), article);
      said.put(article.id(), new TreeSet<>(change.own()));
      change
          .others()
          .forEach(
              (id, paragraphs) -> {
                for (Long paragraph : paragraphs) {
                  if (!requireNonNull(said.get(id)).remove(paragraph)) {
                    requireNonNull(said.get(id)).add(paragraph);
                  }
                }
              });
    }
    return said;
  }

  /** The definition, read word for word. */
  private static Set<Long> defined(SiteArticle article, Collection<SiteArticle> all) {
    Set<Long> boilerplate = new TreeSet<>();
    for (Long paragraph : article.paragraphs().hashes()) {
      List<SiteArticle> around =
          all.stream()
              .filter(other -> other.site().equals(article.site()))
              .filter(other -> other.paragraphs().hashes().contains(paragraph))
              .filter(other -> Math.abs(other.effective() - article.effective()) <= 14 * 24 * HOUR)
              .toList();
      if (threeReports(around)) {
        boilerplate.add(paragraph);
      }
    }
    return boilerplate;
  }

  private static boolean threeReports(List<SiteArticle> all) {
    for (SiteArticle a : all) {
      for (SiteArticle b : all) {
        for (SiteArticle c : all) {
          if (areTwo(a, b) && areTwo(b, c) && areTwo(a, c)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean areTwo(SiteArticle one, SiteArticle other) {
    return !one.paragraphs().isOneReport(other.paragraphs());
  }

  @Test
  void doesNotMatter() {
    System.out.println("seed " + SEED);
    int decisions = 0;
    int differing = 0;
    for (int world = 0; world < 6; world++) {
      List<List<SiteArticle>> articles = articles();
      Map<String, SiteArticle> last = new TreeMap<>();
      articles.forEach(
          versions -> last.put(versions.get(0).id(), versions.get(versions.size() - 1)));
      Map<String, Set<Long>> defined = new TreeMap<>();
      last.forEach((id, article) -> defined.put(id, defined(article, last.values())));
      long some = defined.values().stream().filter(set -> !set.isEmpty()).count();
      assertThat(some).isBetween(10L, 58L);
      for (int round = 0; round < 20; round++) {
        Map<String, Set<Long>> said = read(shuffled(articles));
        assertThat(said.keySet()).isEqualTo(defined.keySet());
        for (String id : defined.keySet()) {
          decisions++;
          differing += requireNonNull(said.get(id)).equals(defined.get(id)) ? 0 : 1;
        }
      }
      List<List<SiteArticle>> reversed = new ArrayList<>(articles);
      Collections.reverse(reversed);
      assertThat(read(reversed.stream().flatMap(List::stream).toList())).isEqualTo(defined);
    }
    System.out.println(decisions + " decisions, " + differing + " differ");
    assertThat(differing).isZero();
  }
}
