package newswire.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {

  private static final Instant FROM = Instant.parse("2026-11-10T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-12T00:00:00Z");
  private static final Frame WEEK = new Frame(FROM, TO, Duration.ofDays(7), Set.of(), Set.of());

  @BeforeAll
  static void trust() {
    TrustedRecords.register();
  }

  private static Article article(Instant effective, String site, String language) {
    return Article.newBuilder()
        .setEffective(effective)
        .setSite(site)
        .setLanguage(Language.newBuilder().setTag(language).build())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    // A claim counts from 7 days before to 10 minutes after the article was first seen.
    "2026-11-02T23:49:59Z, false",
    "2026-11-02T23:50:00Z, true",
    "2026-11-25T23:59:59Z, true",
    "2026-11-26T00:00:00Z, false"
  })
  void readsWhatMayLieInTheFrameOrItsWarmUp(Instant firstSeen, boolean isRead) {
    assertThat(WEEK.mayHold(firstSeen)).isEqualTo(isRead);
  }

  @Test
  void readsEverythingWithoutBounds() {
    Frame all = new Frame(null, null, Duration.ZERO, Set.of(), Set.of());

    assertThat(all.mayHold(Instant.EPOCH.minusSeconds(1))).isTrue();
    assertThat(all.has(article(Instant.MAX, "", "und"))).isTrue();
  }

  @Test
  void letsOutFromItsBeginningToBeforeItsEnd() {
    assertThat(WEEK.has(article(FROM.minusMillis(1), "", "und"))).isFalse();
    assertThat(WEEK.has(article(FROM, "", "und"))).isTrue();
    assertThat(WEEK.has(article(TO.minusMillis(1), "", "und"))).isTrue();
    assertThat(WEEK.has(article(TO, "", "und"))).isFalse();
  }

  @Test
  void letsOutSitesAndLanguages() {
    Frame some =
        new Frame(FROM, TO, Duration.ZERO, Set.of("akhbar.example"), Set.of("ar", "zh-Hant"));

    assertThat(some.has(article(FROM, "akhbar.example", "ar"))).isTrue();
    assertThat(some.has(article(FROM, "akhbar.example", "ar-EG"))).isTrue();
    assertThat(some.has(article(FROM, "akhbar.example", "zh-Hant"))).isTrue();
    assertThat(some.has(article(FROM, "akhbar.example", "zh"))).isFalse();
    assertThat(some.has(article(FROM, "akhbar.example", "arc"))).isFalse();
    assertThat(some.has(article(FROM, "vesti.example", "ar"))).isFalse();
  }

  @Test
  void letsOutAStoryByItsFirstArticleAndWhoReportedIt() {
    Frame some = new Frame(FROM, TO, Duration.ZERO, Set.of("vesti.example"), Set.of("ru"));
    Story story =
        Story.newBuilder()
            .setEffective(FROM)
            .setLanguages(List.of("ar", "ru"))
            .setTimeline(
                List.of(
                    StoryArticle.newBuilder().setSite("akhbar.example").build(),
                    StoryArticle.newBuilder().setSite("vesti.example").build()))
            .build();

    assertThat(some.has(story)).isTrue();
    assertThat(some.has(Story.newBuilder(story).setEffective(TO).build())).isFalse();
    assertThat(some.has(Story.newBuilder(story).setLanguages(List.of("ar")).build())).isFalse();
    assertThat(some.has(Story.newBuilder(story).setTimeline(List.of()).build())).isFalse();
  }

  @Test
  void refusesToEndBeforeItBegins() {
    assertThatThrownBy(() -> new Frame(TO, FROM, Duration.ZERO, Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TO.toString());
  }
}
