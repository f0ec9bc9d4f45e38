package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.ingest.HubPlan.Ping;
import newswire.ingest.feed.Announcement;
import newswire.ingest.fetch.FetchResult.Advice;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.websub.Callbacks;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Hub;
import newswire.schemas.avro.HubNotice;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubPlanTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final Hub HUB =
      Hub.newBuilder().setUrl("https://hub.example/").setTopic("https://a.example/self").build();
  private static final Source SOURCE =
      Source.newBuilder().setId("a").setKind(SourceKind.FEED).setUrl("https://a.example/f").build();

  private static Fetched body(String url, String links) {
    Advice advice = new Advice("", null, links);
    return new Fetched(url, 200, "text/xml", "<rss/>".getBytes(UTF_8), "", "", advice);
  }

  private static Optional<Hub> announced(String hub, String topic, Fetched body) {
    return HubPlan.announced(Optional.empty(), new Announcement(hub, topic), body);
  }

  @Test
  void prefersTheHeaderAndFallsBackToTheAddressOfTheFeed() {
    Fetched plain = body("https://a.example/f", "");
    Fetched linked = body("https://a.example/f", "<https://other.example/>; rel=hub");

    assertThat(announced(HUB.getUrl(), HUB.getTopic(), plain)).contains(HUB);
    assertThat(announced(HUB.getUrl(), "", plain).orElseThrow().getTopic())
        .isEqualTo("https://a.example/f");
    assertThat(announced(HUB.getUrl(), HUB.getTopic(), linked).orElseThrow().getUrl())
        .isEqualTo("https://other.example/");
    assertThat(announced("", HUB.getTopic(), plain)).isEmpty();
  }

  @Test
  void asksNoHubInTheClearForAFeedThatIsNot() {
    assertThat(announced("http://hub.example/", "", body("https://a.example/f", ""))).isEmpty();
    assertThat(announced("http://hub.example/", "", body("http://a.example/f", ""))).isPresent();
  }

  @Test
  void keepsWhatIsKnownOfTheSameSubscription() {
    Hub known = Hub.newBuilder(HUB).setLeaseUntil(NOW).build();
    Fetched body = body("https://a.example/f", "");

    assertThat(
            HubPlan.announced(
                Optional.of(known), new Announcement(HUB.getUrl(), HUB.getTopic()), body))
        .contains(known);
    assertThat(HubPlan.announced(Optional.of(known), new Announcement(HUB.getUrl(), "b:"), body))
        .isNotEqualTo(known);
  }

  private static HubNotice notice(Duration lease) {
    return HubNotice.newBuilder()
        .setSourceId("a")
        .setSubscription(Callbacks.subscription(HUB.getUrl(), HUB.getTopic()))
        .setAnswers(1)
        .setAnswered(NOW)
        .setLeaseMs(lease.toMillis())
        .build();
  }

  @ParameterizedTest
  @CsvSource({"P10D, P8D", "PT1H, PT48M", "PT1S, PT10M"})
  void renewsWhenFourFifthsOfTheLeaseAreOver(Duration lease, Duration renewal) {
    Hub failing = Hub.newBuilder(HUB).setFailures(3).setLastError("x").build();

    Hub after = HubPlan.answered(failing, notice(lease));

    assertThat(after.getLeaseUntil()).isEqualTo(NOW.plus(lease));
    assertThat(after.getNextRequest()).isEqualTo(NOW.plus(renewal));
    assertThat(after.getFailures()).isZero();
    assertThat(after.getLastError()).isEmpty();
    assertThat(HubPlan.isAnswered(failing, notice(lease))).isTrue();
    assertThat(HubPlan.isAnswered(after, notice(lease))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"غير مسموح", "不允许", "not allowed"})
  void leavesAHubThatDeniesForAWeek(String reason) {
    HubNotice denial = HubNotice.newBuilder(notice(Duration.ZERO)).setReason(reason).build();

    Hub after = HubPlan.answered(Hub.newBuilder(HUB).setLeaseUntil(NOW).build(), denial);

    assertThat(after.getLeaseUntil()).isEqualTo(Instant.EPOCH);
    assertThat(after.getNextRequest()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    assertThat(after.getLastError()).isEqualTo("denied: " + reason);
  }

  @Test
  void knowsAnAnswerToAnotherQuestion() {
    HubNotice other = HubNotice.newBuilder(notice(Duration.ofDays(1))).setSubscription("x").build();

    assertThat(HubPlan.isAnswered(HUB, other)).isFalse();
    assertThat(HubPlan.isAnswered(HUB, null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, PT10M", "1, PT20M", "7, PT21H20M", "8, PT24H", "999, PT24H"})
  void asksAFailedHubEverMoreRarely(int failures, Duration wait) {
    Hub before = Hub.newBuilder(HUB).setFailures(failures).build();

    Hub after = HubPlan.requested(before, Failed.status("", 500, null), NOW);

    assertThat(after.getNextRequest()).isEqualTo(NOW.plus(wait));
    assertThat(after.getFailures()).isEqualTo(failures + 1);
    assertThat(after.getLastError()).isEqualTo("HTTP status 500");
    assertThat(HubPlan.requested(before, body("", ""), NOW).getLastError()).isEmpty();
    assertThat(
            HubPlan.requested(before, Failed.status("", 503, Duration.ofDays(3)), NOW)
                .getNextRequest())
        .isEqualTo(NOW.plus(Duration.ofDays(3)));
  }

  private static SourceState state(Hub hub) {
    return SourceState.newBuilder()
        .setSourceId("a")
        .setSeen(List.of())
        .setPolled(NOW)
        .setNextPoll(NOW.plus(Duration.ofHours(1)))
        .setHub(hub)
        .build();
  }

  private static Hub after(Hub hub, Ping ping, int fresh) {
    PollEnding ending = new PollEnding(state(hub), Optional.empty());
    return HubPlan.followed(ending, ping, fresh).state().getHub().orElseThrow();
  }

  @Test
  void trustsAHubThatAnnouncesWhatThereIs() {
    Hub announced = after(HUB, new Ping(1, true), 3);
    Hub missed = after(announced, new Ping(1, false), 1);

    assertThat(announced.getTrusted()).isTrue();
    assertThat(announced.getDeliveries()).isEqualTo(1);
    assertThat(after(announced, new Ping(1, false), 0).getTrusted()).isTrue();
    assertThat(missed.getTrusted()).isFalse();
    assertThat(after(HUB, Ping.NONE, 20).getTrusted()).isFalse();
  }

  @Test
  void looksOnceMoreWhereADeliveryCameToNothing() {
    Hub early = after(HUB, new Ping(1, true), 0);
    Hub found = after(early, new Ping(1, false), 1);
    Hub nothing = after(early, new Ping(1, false), 0);

    assertThat(HubPlan.nextPoll(SOURCE, state(early))).isEqualTo(NOW.plusSeconds(60));
    assertThat(found.getTrusted()).isTrue();
    assertThat(HubPlan.nextPoll(SOURCE, state(nothing))).isEqualTo(NOW.plusSeconds(3_600));
  }

  @ParameterizedTest
  @CsvSource({"true, P10D, PT4H", "true, PT2H, PT2H", "true, PT1S, PT1H", "false, P10D, PT1H"})
  void pollsLessWhileATrustedHubHasALease(boolean trusted, Duration lease, Duration wait) {
    Hub hub = Hub.newBuilder(HUB).setTrusted(trusted).setLeaseUntil(NOW.plus(lease)).build();

    assertThat(HubPlan.nextPoll(SOURCE, state(hub))).isEqualTo(NOW.plus(wait));
    SourceState rare =
        SourceState.newBuilder(state(hub)).setNextPoll(NOW.plusSeconds(36_000)).build();
    assertThat(HubPlan.nextPoll(SOURCE, rare)).isEqualTo(rare.getNextPoll());
    SourceState failed = SourceState.newBuilder(state(hub)).setFailures(1).build();
    assertThat(HubPlan.nextPoll(SOURCE, failed)).isEqualTo(failed.getNextPoll());
    Source fixed = Source.newBuilder(SOURCE).setIntervalMs(1_000).build();
    assertThat(HubPlan.nextPoll(fixed, state(hub))).isEqualTo(state(hub).getNextPoll());
  }

  @Test
  void aDeliveryIsFollowedOnce() {
    HubNotice third = HubNotice.newBuilder().setDeliveries(3).build();

    assertThat(Ping.of(state(HUB), third)).isEqualTo(new Ping(3, true));
    Hub followed = after(HUB, new Ping(3, true), 1);
    assertThat(Ping.of(state(followed), third).isNew()).isFalse();
    assertThat(Ping.of(state(followed), null)).isEqualTo(new Ping(3, false));
    HubNotice anew = HubNotice.newBuilder().setDeliveries(1).build();
    assertThat(Ping.of(state(followed), anew).isNew()).isTrue();
    assertThat(Ping.of(SourceState.newBuilder(state(HUB)).setHub(null).build(), third).isNew())
        .isFalse();
  }
}
