package newswire.sink.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.avro.Article;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.sink.Samples;
import org.junit.jupiter.api.Test;

class VersionsTest {

  @Test
  void ordersByKillThenGenerationThenCounter() {
    assertThat(Versions.of(revision(1, 9))).isLessThan(Versions.of(revision(1, 10)));
    assertThat(Versions.of(revision(1, 1L << 39))).isLessThan(Versions.of(revision(2, 1)));
    assertThat(Versions.of(revision(4_000_000, 1))).isLessThan(Versions.of(killed(1, 1)));
    assertThat(Versions.of(killed(1, 1))).isLessThan(Versions.of(killed(1, 2)));
    assertThat(Versions.killed(Versions.of(revision(3, 7)))).isEqualTo(Versions.of(killed(3, 7)));
  }

  @Test
  void neverLetsALaterOrderLiftAKill() {
    long kill = Versions.of(Samples.order(1, Status.KILLED), 0);
    assertThat(Versions.of(Samples.order(1, Status.USABLE), 1L << 50)).isLessThan(kill);
    assertThat(Versions.of(Samples.order(1, Status.USABLE), 5))
        .isGreaterThan(Versions.of(Samples.order(1, Status.WITHHELD), 4));
  }

  @Test
  void saysWhatIsBeyondALong() {
    assertThat(Versions.fits(revision((1 << 22) - 1, (1L << 40) - 1))).isTrue();
    assertThat(Versions.fits(revision(1 << 22, 1))).isFalse();
    assertThat(Versions.fits(revision(1, 1L << 40))).isFalse();
    assertThat(Versions.of(revision((1 << 22) - 1, (1L << 40) - 1))).isPositive();
  }

  private static Article revision(int generation, long counter) {
    return Article.newBuilder(Samples.article(1, 1, "خبر", "نص"))
        .setRevision(new Revision(generation, counter))
        .build();
  }

  private static Article killed(int generation, long counter) {
    return Article.newBuilder(revision(generation, counter)).setStatus(Status.KILLED).build();
  }
}
