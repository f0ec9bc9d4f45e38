package newswire.enrich.boilerplate;

import static java.util.Objects.requireNonNull;
import static newswire.enrich.boilerplate.Reports.FOOTERS;
import static newswire.enrich.boilerplate.Reports.edited;
import static newswire.enrich.boilerplate.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import newswire.enrich.rows.MemoryRows;
import newswire.enrich.sketch.Paragraphs;
import org.junit.jupiter.api.Test;

class SiteBoilerplateTest {

  private static final long NOON = 1_772_000_000_000L;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Map<String, SiteArticle> articles = new HashMap<>();
  private final MemoryRows<byte[]> sightings = new MemoryRows<>();
  private final SiteBoilerplate boilerplate =
      new SiteBoilerplate(sightings, new MemoryRows<>(), articles::get);

  private SiteBoilerplate.Change put(String id, String site, double day, String text) {
    SiteArticle article =
        new SiteArticle(id, site, NOON + Math.round(day * DAY), Paragraphs.of(text));
    return boilerplate.replace(articles.put(id, article), article);
  }

  private SiteBoilerplate.Change put(String id, double day, String text) {
    return put(id, "example.org", day, text);
  }

  private static Set<Long> hashes(String text) {
    return Paragraphs.of(text).hashes();
  }

  @Test
  void theThirdReportMakesAParagraphBoilerplateForAllThree() {
    for (int script = 0; script < FOOTERS.size(); script++) {
      String footer = FOOTERS.get(script);
      String site = "site" + script;
      SiteBoilerplate.Change first = put(site + "a", site, 0, report(1, script, 5) + "\n" + footer);
      SiteBoilerplate.Change second =
          put(site + "b", site, 1, report(2, script, 3) + "\n" + footer);
      SiteBoilerplate.Change third = put(site + "c", site, 2, footer + "\n" + report(3, script, 1));

      assertThat(first.own()).isEmpty();
      assertThat(second.own()).isEmpty();
      assertThat(second.others()).isEmpty();
      assertThat(third.own()).isEqualTo(hashes(footer));
      assertThat(third.others())
          .isEqualTo(Map.of(site + "a", hashes(footer), site + "b", hashes(footer)));
      SiteBoilerplate.Change fourth =
          put(site + "d", site, 3, report(4, script, 2) + "\n" + footer);
      assertThat(fourth.own()).isEqualTo(hashes(footer));
      assertThat(fourth.others()).isEmpty();
    }
  }

  @Test
  void differsNeitherByTypographyNorBySpelling() {
    put("a", 0, report(1, 0, 3) + "\nتابعوا قناتنا على «تلغرام»!");
    put("b", 0, report(2, 0, 3) + "\nتابِعوا  قناتنا علي تلغرام");
    assertThat(put("c", 0, report(3, 0, 3) + "\nتابعـــوا قناتنا على تلغرام").own()).hasSize(1);
  }

  @Test
  void countsWhatLiesFourteenDaysAwayAndNothingBeyond() {
    String footer = FOOTERS.get(2);
    put("a", 0, report(1, 2, 3) + "\n" + footer);
    put("b", 14, report(2, 2, 3) + "\n" + footer);
    assertThat(put("c", 14, report(3, 2, 3) + "\n" + footer).others()).containsOnlyKeys("a", "b");
    SiteBoilerplate.Change later = put("c", 14.001, report(3, 2, 3) + "\n" + footer);
    // Around b there still are three; around a and around c there are two.
    assertThat(later.others()).containsOnlyKeys("a");
    assertThat(later.own()).isEmpty();
    assertThat(boilerplate.of(requireNonNull(articles.get("b")))).isEqualTo(hashes(footer));
  }

  @Test
  void editionsOfOneReportAreOne() {
    Random random = new Random(5);
    for (int script : new int[] {0, 2, 3}) {
      String report = report(script, script, 6);
      String site = "site" + script;
      put(site + 1, site, 0, report);
      put(site + 2, site, 1, report);
      put(site + 3, site, 1, report + "\nОбновлено в 12:30");
      put(site + 4, site, 2, edited(report, random, 12));
      put(site + 5, site, 2, report.substring(0, report.lastIndexOf('\n')));
      put(site + 6, site, 2, report.substring(report.indexOf('\n') + 1));
      put(site + 7, site, 3, report(99, script, 2) + "\n" + report);
      for (SiteArticle article : articles.values()) {
        assertThat(boilerplate.of(article)).as(article.id()).isEmpty();
      }
      articles.clear();
    }
  }

  @Test
  void editionsOfOneReportKeepItsTextAndLoseTheFooter() {
    String footer = FOOTERS.get(0);
    String report = report(1, 0, 6);
    put("a", 0, report + "\n" + footer);
    put("b", 1, report + "\n" + footer);
    put("c", 1, report + "\n" + footer);
    put("d", 2, report(2, 0, 6) + "\n" + footer);
    assertThat(put("e", 2, report(3, 0, 6) + "\n" + footer).others())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "a",
                    hashes(footer),
                    "b",
                    hashes(footer),
                    "c",
                    hashes(footer),
                    "d",
                    hashes(footer))));
  }

  @Test
  void aVersionWithoutTheParagraphTakesItBack() {
    String footer = FOOTERS.get(1);
    put("a", 0, report(1, 1, 3) + "\n" + footer);
    put("b", 0, report(2, 1, 3) + "\n" + footer);
    put("c", 0, report(3, 1, 3) + "\n" + footer);
    SiteBoilerplate.Change change = put("b", 0, report(2, 1, 3));
    assertThat(change.own()).isEmpty();
    assertThat(change.others()).isEqualTo(Map.of("a", hashes(footer), "c", hashes(footer)));
  }

  @Test
  void sitesDoNotMeetAndArticlesWithoutASiteHaveNone() {
    String footer = FOOTERS.get(3);
    for (int i = 0; i < 4; i++) {
      assertThat(put("s" + i, "site" + i, 0, report(i, 3, 3) + "\n" + footer).own()).isEmpty();
      assertThat(put("n" + i, "", 0, report(i, 3, 3) + "\n" + footer).own()).isEmpty();
    }
    assertThat(sightings.values()).hasSize(4 * 4);
  }

  @Test
  void touchesFewOthersHoweverManyThereAre() {
    String footer = FOOTERS.get(3);
    for (int i = 0; i < 400; i++) {
      SiteBoilerplate.Change change = put("a" + i, i / 20.0, report(i, 3, 3) + "\n" + footer);
      assertThat(change.others()).hasSizeLessThanOrEqualTo(2);
    }
    // Of one in the middle nothing depends on it.
    assertThat(put("a200", 10, report(200, 3, 3)).others()).isEmpty();
  }

  @Test
  void forgetsWhatTheHorizonHasPassed() {
    String footer = FOOTERS.get(2);
    for (int day = 0; day < 200; day++) {
      put("a" + day, day, report(day, 2, 3) + "\n" + footer);
      boilerplate.forget(20);
    }
    assertThat(sightings.values()).hasSizeBetween(44 * 4, 47 * 4);
    assertThat(put("late", 160, report(7, 3, 3) + "\n" + footer).own()).isEqualTo(hashes(footer));
  }
}
