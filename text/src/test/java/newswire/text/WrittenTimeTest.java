package newswire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newswire.schemas.avro.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "الثلاثاء، 10 مارس 2026 08:30:00 GMT | 2026-03-10T08:30:00Z",
        "١٠ آذار ٢٠٢٦ ٠٨:٣٠ +0200 | 2026-03-10T06:30:00Z",
        "10 كانون الثاني 2026 08:30 GMT | 2026-01-10T08:30:00Z",
        "۱۹ اسفند ۱۴۰۴ ۰۸:۳۰ +0330 | 2026-03-10T05:00:00Z",
        "10 มีนาคม 2569 08:30 +0700 | 2026-03-10T01:30:00Z",
        "Κυρ, 11 Ιούλ 2004 12:00:00 EST | 2004-07-11T17:00:00Z",
        "2004-július-13T9:15-05:00 | 2004-07-13T14:15:00Z",
        "вт, 10 марта 2026 08:30:00 +0300 | 2026-03-10T05:30:00Z",
        "10 मार्च 2026 08:30 +0530 | 2026-03-10T03:00:00Z",
        "mar., 10 mars 2026 08:30:00 +0100 | 2026-03-10T07:30:00Z",
        "10 de marzo de 2026 08:30 GMT | 2026-03-10T08:30:00Z",
        "2026年3月10日 08:30 +0800 | 2026-03-10T00:30:00Z",
        "2026年3月10日(火) 午後8時30分 +0900 | 2026-03-10T11:30:00Z",
        "二〇二六年三月十日 下午8:30 +0800 | 2026-03-10T12:30:00Z",
        "令和8年3月10日 8時 JST | 2026-03-09T23:00:00Z",
        "2004년 05월 28일  01:31:15 | 2004-05-27T16:31:15Z",
        "2004-05-25 오후 11:23:17 | 2004-05-25T14:23:17Z",
        "10 tháng 3, 2026 08:30 +0700 | 2026-03-10T01:30:00Z",
        "March 10th, 2026 at 8:30 PM GMT | 2026-03-10T20:30:00Z",
        "Fri, 2006/09/15 08:19:53 EDT | 2006-09-15T12:19:53Z",
        "Thu Aug 30 2012 17:26:16 +0200 | 2012-08-30T15:26:16Z",
        "25/12/2026 12:05 AM GMT | 2026-12-25T00:05:00Z",
        "10.03.2026 08:30 CET | 2026-03-10T07:30:00Z",
      })
  void readsWhatPeopleWrite(String text, Instant instant) {
    assertThat(ClaimedTime.read(text)).isEqualTo(new ClaimedTime(instant, Precision.INSTANT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 مارس 2026 | 2026-03-10T00:00:00Z",
        "2026年3月10日 | 2026-03-10T00:00:00Z",
        "民國115年3月10日 | 2026-03-10T00:00:00Z",
        "2026. március 10. | 2026-03-10T00:00:00Z",
        "3. März 2026 | 2026-03-03T00:00:00Z",
        "2026/03/10 08:30 | 2026-03-10T08:30:00Z",
      })
  void knowsTheDayOnlyWhereNoZoneIsGiven(String text, Instant instant) {
    assertThat(ClaimedTime.read(text)).isEqualTo(new ClaimedTime(instant, Precision.DAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10/03/2026",
        "10 listopad 2026",
        "30 Feb 2026",
        "31 اسفند 1404",
        "2026年13月10日",
        "三月十日",
        "10 มีนาคม",
        "08:30",
        "2026",
      })
  void inventsNothing(String text) {
    assertThat(ClaimedTime.read(text)).isEqualTo(ClaimedTime.UNKNOWN);
  }

  @Test
  @Timeout(60) // Against patterns that backtrack without end.
  void endsOnWhatIsMadeToBeSlow() {
    for (String piece : new String[] {"1 ", "a ", "年", "1:", "10 م ", "1 a. ", "一", "- "}) {
      assertThat(ClaimedTime.read(piece.repeat(100 / piece.length())))
          .isEqualTo(ClaimedTime.UNKNOWN);
    }
  }
}
