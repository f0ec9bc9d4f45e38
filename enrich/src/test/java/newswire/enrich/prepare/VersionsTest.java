package newswire.enrich.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Version;
import org.junit.jupiter.api.Test;

class VersionsTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final List<String> TITLES = List.of("عنوان", "标题", "Заголовок");

  private static Article seen(String title, int minute, boolean page, String source) {
    Instant fetched = NOON.plus(Duration.ofMinutes(minute));
    String hash = ContentHash.of(title, "");
    Article.Builder article =
        Article.newBuilder()
            .setId("a")
            .setTitle(title)
            .setContentHash(hash)
            .setSourceId(source)
            .setPublished(NOON.minus(Duration.ofMinutes(title.length())))
            .setPublishedPrecision(Precision.INSTANT)
            .setFirstSeen(fetched)
            .setIngestedAt(fetched)
            .setVersion(1)
            .setVersions(List.of(new Version(hash, fetched, page, List.of(), false)))
            .setRaw(new RawPosition("raw", 0, (long) minute, ""));
    return Times.settle(article).build();
  }

  @Test
  void doesNotDependOnTheOrderOfArrivalNorOnRepetition() {
    Random random = new Random(20260304);
    for (int round = 0; round < 40; round++) {
      List<Article> observations = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String title = TITLES.get(random.nextInt(TITLES.size()));
        String source = "s" + random.nextInt(2);
        observations.add(seen(title, random.nextInt(3), random.nextBoolean(), source));
      }
      List<Article> results = new ArrayList<>();
      permute(observations, 0, results);
      assertThat(results).hasSize(120).containsOnly(results.get(0));
      Article again = results.get(0);
      for (Article observation : observations) {
        again = Versions.merge(again, observation);
      }
      assertThat(again).isEqualTo(results.get(0));
    }
  }

  private static void permute(List<Article> observations, int from, List<Article> results) {
    if (from == observations.size()) {
      results.add(observations.stream().reduce(Versions::merge).orElseThrow());
      return;
    }
    for (int i = from; i < observations.size(); i++) {
      Collections.swap(observations, from, i);
      permute(observations, from + 1, results);
      Collections.swap(observations, from, i);
    }
  }

  @Test
  void doesNotDependOnHowObservationsAreGrouped() {
    Article a = seen("عنوان", 0, true, "s");
    Article b = seen("标题", 1, false, "s");
    Article c = seen("Заголовок", 2, true, "s");
    assertThat(Versions.merge(a, Versions.merge(b, c)))
        .isEqualTo(Versions.merge(Versions.merge(a, b), c));
  }

  @Test
  void pageTextOutranksLaterFeedText() {
    Article merged = Versions.merge(seen("标题", 0, true, "s"), seen("عنوان", 60, false, "s"));
    assertThat(merged.getTitle()).isEqualTo("标题");
    assertThat(Versions.published(merged).getVersion()).isEqualTo(2);
  }

  @Test
  void anUnbrokenSeriesOfOneHashIsOneVersion() {
    Article merged =
        List.of(
                seen("عنوان", 0, true, "s"),
                seen("عنوان", 1, true, "s"),
                seen("标题", 2, true, "s"),
                seen("عنوان", 3, true, "s"))
            .stream()
            .reduce(Versions::merge)
            .orElseThrow();
    Article published = Versions.published(merged);
    assertThat(merged.getVersions()).hasSize(4);
    assertThat(published.getVersion()).isEqualTo(3);
    assertThat(published.getVersions())
        .extracting(Version::getFetched)
        .containsExactly(NOON, NOON.plusSeconds(120), NOON.plusSeconds(180));
  }

  @Test
  void aVersionFromBeforeMovesTheFirstSight() {
    Article merged = Versions.merge(seen("标题", 600, true, "s"), seen("عنوان", -120_000, true, "s"));
    assertThat(merged.getFirstSeen()).isEqualTo(NOON.minus(Duration.ofMinutes(120_000)));
    assertThat(merged.getEffective()).isEqualTo(merged.getFirstSeen());
    assertThat(merged.getPublishedInFuture()).isTrue();
  }

  @Test
  void keepsAHundredObservationsAndTheFirstSight() {
    Article merged = seen("عنوان", 0, true, "s");
    for (int minute = 1; minute < 150; minute++) {
      merged = Versions.merge(merged, seen("标题" + minute, minute, true, "s"));
    }
    assertThat(merged.getVersions()).hasSize(Versions.KEPT);
    assertThat(merged.getFirstSeen()).isEqualTo(NOON);
    assertThat(merged.getTitle()).isEqualTo("标题149");
  }
}
