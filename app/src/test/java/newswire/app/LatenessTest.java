package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One limit has to do for quiet installations and for busy ones. */
class LatenessTest {

  private static final long SECOND = 1_000_000_000L;

  private final Lateness lateness = new Lateness();

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 100_000})
  void isWhatWaitsByWhatComes(int perSecond) {
    lateness.of(List.of(lag("prepare", 0, 7), lag("relate", 0, 7)), 0);
    long end = 7 + 5L * perSecond;
    List<Backlog.Lag> lags =
        List.of(lag("prepare", perSecond / 4, end), lag("relate", perSecond / 2, end));
    assertThat(lateness.of(lags, 5 * SECOND)).isEqualTo(Duration.ofMillis(750));
  }

  @Test
  void isNothingWhileHardlyAnythingWaits() {
    assertThat(lateness.of(List.of(lag("prepare", 8, 9), lag("relate", 12, 12)), 0))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void isLongWhereMuchWaitsAndNothingComes() {
    lateness.of(List.of(lag("prepare", 5_000, 5_000)), 0);
    assertThat(lateness.of(List.of(lag("prepare", 5_000, 5_000)), SECOND))
        .isGreaterThan(Duration.ofMinutes(5));
  }

  @Test
  void forgetsWhatCameLongAgo() {
    lateness.of(List.of(lag("prepare", 0, 0)), 0);
    lateness.of(List.of(lag("prepare", 0, 10_000)), SECOND);
    lateness.of(List.of(lag("prepare", 0, 10_100)), 11 * SECOND + 1);
    assertThat(lateness.of(List.of(lag("prepare", 100, 10_200)), 12 * SECOND))
        .isBetween(Duration.ofMillis(990), Duration.ofMillis(1_010));
  }

  @Test
  void takesInAPartThatStartsToRun() {
    lateness.of(List.of(lag("prepare", 0, 100)), 0);
    assertThat(lateness.of(List.of(lag("prepare", 0, 200), lag("sink", 1_000, 5_000)), 10 * SECOND))
        .isGreaterThan(Duration.ofMinutes(1));
  }

  private static Backlog.Lag lag(String group, long records, long end) {
    return new Backlog.Lag(group, "newswire." + group + ".in", records, end);
  }
}
