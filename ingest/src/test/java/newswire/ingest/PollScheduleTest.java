package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

  private static final Failed TIMEOUT = Failed.unanswered("", "too slow");

  private final Source adaptive = source(0);
  private final Source fixed = source(1_000);

  private static Source source(long interval) {
    return Source.newBuilder().setKind(SourceKind.FEED).setIntervalMs(interval).build();
  }

  private static List<FeedEntry> every(Duration gap) {
    return IntStream.range(0, 40)
        .mapToObj(
            i ->
                FeedEntry.newBuilder()
                    .setPublishedPrecision(Precision.INSTANT)
                    .setPublished(START.minus(gap.multipliedBy(i)))
                    .build())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"PT1M, PT5M", "PT1H, PT30M", "PT30H, PT15H", "PT96H, PT24H"})
  void asksAgainAfterAboutHalfTheMedianGap(Duration gap, Duration wait) {
    Duration tenth = wait.dividedBy(10);
    for (long poll = 1; poll <= 50; poll++) {
      assertThat(PollSchedule.afterEntries(adaptive, every(gap), poll, Duration.ZERO))
          .isBetween(wait.minus(tenth), wait.plus(tenth));
    }
  }

  @Test
  void isAlwaysOffByTheSameForTheSamePoll() {
    Duration first = PollSchedule.afterEntries(adaptive, List.of(), 1, Duration.ZERO);

    assertThat(PollSchedule.afterEntries(adaptive, List.of(), 1, Duration.ZERO)).isEqualTo(first);
    assertThat(PollSchedule.afterEntries(adaptive, List.of(), 2, Duration.ZERO))
        .isNotEqualTo(first);
  }

  @Test
  void keepsItsRhythmWhileThereIsNothingNew() {
    Instant polled = START;
    Duration wait =
        PollSchedule.afterEntries(adaptive, every(Duration.ofHours(2)), 1, Duration.ZERO);
    for (long poll = 1; poll <= 100; poll++) {
      SourceState state =
          SourceState.newBuilder()
              .setSeen(List.of())
              .setPolls(poll)
              .setPolled(polled)
              .setNextPoll(polled.plus(wait))
              .build();
      polled = polled.plus(wait);
      wait = PollSchedule.afterNothingNew(adaptive, state, Duration.ZERO);
      assertThat(wait).isBetween(Duration.ofMinutes(53), Duration.ofMinutes(67));
    }
  }

  @Test
  void comesNoSoonerThanItIsAskedTo() {
    Duration hour = Duration.ofHours(1);
    assertThat(PollSchedule.afterEntries(adaptive, List.of(), 1, hour)).isEqualTo(hour);
    assertThat(PollSchedule.asked(hour, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
    assertThat(PollSchedule.asked(hour, null)).isEqualTo(hour);
    assertThat(PollSchedule.asked(hour, Duration.ofDays(365))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void doesAsTheSourceSays() {
    assertThat(PollSchedule.afterEntries(fixed, every(Duration.ofHours(1)), 1, Duration.ofHours(1)))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"1, PT5S", "2, PT10S", "5, PT80S", "15, PT22H45M20S", "16, PT24H", "9999, PT24H"})
  void triesAgainSoonWhereThatMayHelp(int failures, Duration wait) {
    assertThat(PollSchedule.afterFailure(adaptive, failures, TIMEOUT)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"1, PT5M", "2, PT10M", "9, PT21H20M", "10, PT24H"})
  void waitsTheUsualTimeWhereItDoesNot(int failures, Duration wait) {
    assertThat(PollSchedule.afterFailure(adaptive, failures, Failed.status("", 404, null)))
        .isEqualTo(wait);
  }

  @Test
  void obeysTheServer() {
    assertThat(PollSchedule.afterFailure(adaptive, 1, Failed.status("", 503, Duration.ofDays(3))))
        .isEqualTo(Duration.ofDays(3));
  }
}
