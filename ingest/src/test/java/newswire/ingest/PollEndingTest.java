package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollEndingTest {

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
}
