package newswire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newswire.schemas.avro.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-01T10:20:30Z | 2026-03-01T10:20:30Z",
        "2026-03-01T10:20:30.123+03:00 | 2026-03-01T07:20:30Z",
        "2026-03-01T10:20+0300 | 2026-03-01T07:20:00Z",
        "2026-03-01 10:20:30 +03 | 2026-03-01T07:20:30Z",
        "20260301T102030Z | 2026-03-01T10:20:30Z",
        "Sun, 01 Mar 2026 10:20:30 GMT | 2026-03-01T10:20:30Z",
        "1 Mar 2026 10:20 EST | 2026-03-01T15:20:00Z",
        "Sunday, 01-Mar-2026 10:20:30 UTC | 2026-03-01T10:20:30Z",
      })
  void readsInstants(String claim, Instant instant) {
    assertThat(ClaimedTime.read(claim)).isEqualTo(new ClaimedTime(instant, Precision.INSTANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01", "1 March 2026", "20260301"})
  void knowsTheDayOnlyWhereNoZoneIsGiven(String claim) {
    assertThat(ClaimedTime.read(claim))
        .isEqualTo(new ClaimedTime(Instant.parse("2026-03-01T00:00:00Z"), Precision.DAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-02-31",
        "2026-13-01T00:00Z",
        "الأحد",
        "三月一日",
        "1 Foo 2026",
        "2026-03-01T25:00Z"
      })
  void inventsNothing(String claim) {
    assertThat(ClaimedTime.read(claim)).isEqualTo(ClaimedTime.UNKNOWN);
  }

  @Test
  void refusesLongClaimsUnread() {
    assertThat(ClaimedTime.read("2026-03-01 ".repeat(100_000))).isEqualTo(ClaimedTime.UNKNOWN);
  }
}
