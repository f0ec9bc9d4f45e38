package newswire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

  private static Timetable of(String channel) {
    String feed =
        "<?xml version='1.0'?><rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
            + "<title>أخبار 新闻 News</title>"
            + channel
            + "<item><ttl>9</ttl><description>ttl</description></item></channel></rss>";
    return Timetable.of(feed.getBytes(UTF_8), null);
  }

  @ParameterizedTest
  @CsvSource({
    "<ttl>60</ttl>, PT1H",
    "<ttl> 15 </ttl>, PT15M",
    "<ttl>soon</ttl>, PT0S",
    "<ttl>-5</ttl>, PT0S",
    "<sy:updatePeriod> hourly </sy:updatePeriod>, PT1H",
    "<sy:updatePeriod>DAILY</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>, PT6H",
    "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>, PT1H",
    "<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod>, PT1H30M",
    "'', PT0S"
  })
  void readsHowOftenItMayBeAsked(String channel, Duration least) {
    assertThat(of(channel).least()).isEqualTo(least);
  }

  @Test
  void skipsHoursAndDays() {
    Timetable table =
        of(
            "<skipHours><hour>23</hour><hour>24</hour><hour>x</hour></skipHours>"
                + "<skipDays><day>Saturday</day><day>sunday</day></skipDays>");

    assertThat(table.skipHours()).containsExactlyInAnyOrder(23, 0);
    assertThat(table.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    Instant friday = Instant.parse("2026-03-13T22:59:59Z");
    assertThat(table.firstFrom(friday)).isEqualTo(friday);
    assertThat(table.firstFrom(friday.plusSeconds(1)))
        .isEqualTo(Instant.parse("2026-03-16T01:00:00Z"));
  }

  @Test
  void isNotLockedOutByAFeedThatSkipsEverything() {
    StringBuilder all = new StringBuilder("<skipHours>");
    for (int hour = 0; hour < 24; hour++) {
      all.append("<hour>").append(hour).append("</hour>");
    }
    Instant now = Instant.parse("2026-03-13T22:59:59Z");

    assertThat(of(all + "</skipHours>").firstFrom(now)).isEqualTo(now);
  }

  @Test
  void findsNothingInOtherBodies() {
    assertThat(
            Timetable.of("{\"version\":\"https://jsonfeed.org/version/1\"}".getBytes(UTF_8), null))
        .isEqualTo(Timetable.NONE);
    assertThat(Timetable.of("<a>".repeat(100_000).getBytes(UTF_8), null)).isEqualTo(Timetable.NONE);
  }
}
