package newswire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newswire.schemas.avro.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 10 Mar 2026 08:30:00 GMT | 2026-03-10T08:30:00Z",
        "Tue, 10 Mar 2026 08:30:00 +0300 | 2026-03-10T05:30:00Z",
        "10 Mar 2026 08:30 EST | 2026-03-10T13:30:00Z",
        "Tue,10 Mar 26 08:30 PDT | 2026-03-10T15:30:00Z",
        "Tuesday, 10 March 2026 08:30:00 Z | 2026-03-10T08:30:00Z",
        "tue, 10 mar 2026 8:30:00 gmt | 2026-03-10T08:30:00Z",
        "Wed, 10 Mar 2026 08:30:00 GMT+03:00 | 2026-03-10T05:30:00Z",
        "10 Sept 2026 08:30:00 CEST | 2026-09-10T06:30:00Z",
        "10 Jan 97 08:30:00 UT | 1997-01-10T08:30:00Z",
        "Tue Mar 10 08:30:00 2026 GMT | ",
        "Tue Mar 10 08:30:00 GMT 2026 | 2026-03-10T08:30:00Z",
        "March 10, 2026 08:30 GMT | 2026-03-10T08:30:00Z",
        "Tue, 10 Mar 2026 24:00:00 GMT | 2026-03-11T00:00:00Z",
        "Tue, 10 Mar 2026 08:30:60 GMT | 2026-03-10T08:30:59Z",
        "2026-03-10T08:30:00Z | 2026-03-10T08:30:00Z",
        "2026-03-10T08:30Z | 2026-03-10T08:30:00Z",
        "2026-03-10T08:30:00.123456+05:30 | 2026-03-10T03:00:00Z",
        "2026-03-10 08:30:00 +0000 | 2026-03-10T08:30:00Z",
        "٢٠٢٦-٠٣-١٠T٠٨:٣٠:٠٠Z | 2026-03-10T08:30:00Z",
        "۲۰۲۶-۰۳-۱۰T۰۸:۳۰:۰۰Z | 2026-03-10T08:30:00Z",
        "２０２６-０３-１０T０８:３０:００Z | 2026-03-10T08:30:00Z",
      })
  void readsInstants(String text, Instant instant) {
    if (instant == null) {
      assertThat(ClaimedTime.read(text)).isEqualTo(ClaimedTime.UNKNOWN);
    } else {
      assertThat(ClaimedTime.read(text)).isEqualTo(new ClaimedTime(instant, Precision.INSTANT));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-10 | 2026-03-10T00:00:00Z",
        "20260310 | 2026-03-10T00:00:00Z",
        "Tue, 10 Mar 2026 | 2026-03-10T00:00:00Z",
        "March 10, 2026 | 2026-03-10T00:00:00Z",
        "Tue, 10 Mar 2026 08:30:00 | 2026-03-10T08:30:00Z",
        "Tue, 10 Mar 2026 08:30:00 IST | 2026-03-10T08:30:00Z",
        "2026-03-10T08:30:00 | 2026-03-10T08:30:00Z",
      })
  void knowsTheDayOnlyWhereNoMoreIsSaid(String text, Instant instant) {
    assertThat(ClaimedTime.read(text)).isEqualTo(new ClaimedTime(instant, Precision.DAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "yesterday",
        "2026",
        "2026-03",
        "31 Feb 2026 08:30:00 GMT",
        "2026-13-01T00:00:00Z",
        "10 Foo 2026 08:30:00 GMT",
        "Tue, 10 Mar 2026 25:30:00 GMT",
        "قبل ساعتين",
        "三小时前",
        "1773131400",
      })
  void inventsNothing(String text) {
    assertThat(ClaimedTime.read(text)).isEqualTo(ClaimedTime.UNKNOWN);
  }

  @Test
  void isQuickOnWhatIsMadeToBeSlow() {
    assertThat(ClaimedTime.read("1".repeat(1_000_000))).isEqualTo(ClaimedTime.UNKNOWN);
    assertThat(ClaimedTime.read("Mon ".repeat(24))).isEqualTo(ClaimedTime.UNKNOWN);
  }
}
