package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Advice;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollEndingTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final Source source =
      Source.newBuilder()
          .setId("a")
          .setKind(SourceKind.FEED)
          .setUrl("https://a.example/rss")
          .setIntervalMs(60_000)
          .build();
  private final SourceState none =
      SourceState.newBuilder().setSourceId("a").setSeen(List.of()).build();

  private PollEnding end(SourceState before, FetchResult result) {
    return PollEnding.of(source, before, FeedAnswer.of(result), NOW);
  }

  private static Fetched body(String body) {
    return new Fetched("https://a.example/rss", 200, "", body.getBytes(UTF_8), "\"e\"", "monday");
  }

  @ParameterizedTest
  @ValueSource(strings = {"أخبار", "新闻", "News"})
  void keepsTheValidatorsOfAFeed(String title) {
    SourceState after = end(none, body("<rss><title>" + title + "</title></rss>")).state();

    assertThat(after.getEtag()).isEqualTo("\"e\"");
    assertThat(after.getLastModified()).isEqualTo("monday");
    assertThat(after.getBodyHash()).hasSize(64);
    assertThat(after.getUrl()).isEqualTo(source.getUrl());
    assertThat(after.getPolls()).isEqualTo(1);
    assertThat(after.getNextPoll()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void keepsThemWhereNothingHasChanged() {
    SourceState before = end(none, body("<rss/>")).state();

    SourceState after = end(before, new NotModified(source.getUrl())).state();

    assertThat(after).isEqualTo(SourceState.newBuilder(before).setPolls(2).build());
  }

  @Test
  void countsFailuresAndForgetsThemAfterAGoodPoll() {
    SourceState once = end(none, Failed.unanswered("", "too slow")).state();
    SourceState twice = end(once, Failed.status("", 503, Duration.ofHours(1))).state();

    assertThat(once.getNextPoll()).isEqualTo(NOW.plusSeconds(5));
    assertThat(twice.getFailures()).isEqualTo(2);
    assertThat(twice.getLastError()).isEqualTo("HTTP status 503");
    assertThat(twice.getNextPoll()).isEqualTo(NOW.plusSeconds(3_600));
    assertThat(end(twice, body("<rss/>")).state().getFailures()).isZero();
    assertThat(end(twice, body("<rss/>")).state().getLastError()).isEmpty();
  }

  @Test
  void putsEachUnreadableBodyAsideOnce() {
    PollEnding first = end(none, body("<html>خطأ</html>"));
    PollEnding again = end(first.state(), body("<html>خطأ</html>"));
    PollEnding other = end(again.state(), body("<html>错误</html>"));

    assertThat(first.letter()).isPresent();
    assertThat(again.letter()).isEmpty();
    assertThat(again.state().getFailures()).isEqualTo(2);
    assertThat(again.state().getLastError())
        .isEqualTo("unreadable: it is an HTML page, not a feed");
    assertThat(again.state().getEtag()).isEmpty();
    assertThat(other.letter()).isPresent();
  }

  private FetchRequest asked(SourceState state, Instant at) {
    return PollRequest.of(source, state, 1_000, at);
  }

  @Test
  void believesAServerForEightDays() {
    SourceState state = end(none, body("<rss/>")).state();

    assertThat(asked(state, NOW.plus(Duration.ofDays(7))).etag()).isEqualTo("\"e\"");
    assertThat(asked(state, NOW.plus(Duration.ofDays(8))).etag()).isEmpty();
    assertThat(asked(state, NOW.plus(Duration.ofDays(8))).lastModified()).isEmpty();
  }

  @Test
  void believesNoServerThatContradictsItself() {
    SourceState state = end(none, body("<rss/>")).state();

    SourceState same = end(state, new NotModified("", "W/\"e\"", "", Advice.NONE)).state();
    SourceState other = end(state, new NotModified("", "\"f\"", "", Advice.NONE)).state();

    assertThat(asked(same, NOW).etag()).isEqualTo("\"e\"");
    assertThat(asked(other, NOW).etag()).isEmpty();
    assertThat(asked(other, NOW).lastModified()).isEmpty();
  }

  @Test
  void forgetsTheValidatorsOfAnotherAddress() {
    SourceState state = end(none, body("<rss/>")).state();
    Source moved = Source.newBuilder(source).setUrl("https://b.example/rss").build();

    assertThat(PollRequest.of(moved, state, 1_000, NOW).etag()).isEmpty();
    SourceState after =
        PollEnding.of(moved, state, FeedAnswer.of(Failed.unanswered("", "slow")), NOW).state();
    assertThat(PollRequest.of(moved, after, 1_000, NOW).etag()).isEmpty();
  }

  private static Fetched movedTo(String url) {
    return new Fetched(url, 200, "", "<rss/>".getBytes(UTF_8), "", "", new Advice(url, null));
  }

  @Test
  void followsAMoveForGoodAfterThreeSightings() {
    String to = "https://new.example/rss";
    SourceState twice = end(end(none, movedTo(to)).state(), movedTo(to)).state();
    SourceState other = end(twice, movedTo("https://portal.example/login")).state();
    SourceState thrice = end(twice, new NotModified(to, "", "", new Advice(to, null))).state();

    assertThat(asked(twice, NOW).url()).isEqualTo(source.getUrl());
    assertThat(asked(other, NOW).url()).isEqualTo(source.getUrl());
    assertThat(asked(thrice, NOW).url()).isEqualTo(to);
    SourceState after = end(thrice, body("<rss/>")).state();
    assertThat(asked(after, NOW).url()).isEqualTo(to);
    SourceState lost = end(after, Failed.status(to, 404, null)).state();
    assertThat(asked(lost, NOW).url()).isEqualTo(source.getUrl());
    SourceState down = end(after, Failed.status(to, 503, null)).state();
    assertThat(asked(down, NOW).url()).isEqualTo(to);
  }

  @Test
  void endsASourceThatIsGoneAndForgivesOneThatIsBack() {
    SourceState gone = end(none, Failed.status("", 410, null)).state();

    assertThat(gone.getGone()).isTrue();
    assertThat(gone.getLastError()).isEqualTo("gone for good (HTTP status 410)");
    assertThat(SourceHealth.of(source, gone).nextPoll()).isEmpty();
    assertThat(end(gone, body("<rss/>")).state().getGone()).isFalse();
    assertThat(end(gone, body("<rss/>")).state().getLastError()).isEmpty();
  }

  @Test
  void keepsWhatTheFeedAsksFor() {
    Source adapted = Source.newBuilder(source).setIntervalMs(0).build();
    byte[] feed =
        "<rss><channel><ttl>120</ttl><skipHours><hour>14</hour><hour>15</hour></skipHours></rss>"
            .getBytes(UTF_8);
    Fetched body = new Fetched("", 200, "", feed, "\"e\"", "");

    SourceState read = PollEnding.of(adapted, none, FeedAnswer.of(body), NOW).state();
    SourceState same =
        PollEnding.of(adapted, read, FeedAnswer.of(new NotModified("")), read.getNextPoll())
            .state();

    assertThat(read.getTtlMs()).isEqualTo(7_200_000);
    assertThat(read.getNextPoll()).isEqualTo(Instant.parse("2026-03-10T16:00:00Z"));
    assertThat(Duration.between(same.getPolled(), same.getNextPoll()))
        .isGreaterThanOrEqualTo(Duration.ofHours(2));
  }
}
