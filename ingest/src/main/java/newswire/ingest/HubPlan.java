package newswire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import newswire.ingest.feed.Announcement;
import newswire.ingest.feed.LinkHeader;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.websub.Callbacks;
import newswire.schemas.avro.Hub;
import newswire.schemas.avro.HubNotice;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * What a source's WebSub hub means for when it is polled, and when the hub is asked: pure
 * functions.
 *
 * <p>A delivery is taken as word that there is news, and the feed is polled: so an article is
 * written once, by the owner of the source, whether its hub or a poll came first.
 */
final class HubPlan {

  static final Duration LONGEST_STRETCHED = Duration.ofHours(6);
  static final Duration AFTER_DENIAL = Duration.ofDays(7);
  static final Duration FIRST_RETRY = Duration.ofMinutes(10);
  static final Duration SECOND_LOOK = Duration.ofMinutes(1);
  private static final Duration LONGEST_RETRY = Duration.ofHours(24);
  private static final int MOST_DOUBLINGS = 10;
  private static final int STRETCH = 4;

  private HubPlan() {}

  /**
   * Which delivery a poll follows.
   *
   * @param deliveries the last of which we know as it begins
   * @param isNew whether none has followed it yet
   */
  record Ping(long deliveries, boolean isNew) {

    static final Ping NONE = new Ping(0, false);

    static Ping of(SourceState state, @Nullable HubNotice notice) {
      if (notice == null) {
        return new Ping(state.getHub().map(Hub::getDeliveries).orElse(0L), false);
      }
      long deliveries = notice.getDeliveries();
      // A count that is smaller is that of another topic, made anew.
      boolean isNew =
          deliveries > 0 && state.getHub().filter(h -> h.getDeliveries() != deliveries).isPresent();
      return new Ping(deliveries, isNew);
    }
  }

  /** The hub that a feed announces now, as far as it is the one it announced before. */
  static Optional<Hub> announced(Optional<Hub> before, Announcement byDocument, Fetched body) {
    Announcement all =
        LinkHeader.announced(body.advice().links(), body.url())
            .or(byDocument)
            .or(new Announcement("", body.url()));
    boolean inTheClear = body.url().startsWith("https:") && !all.hub().startsWith("https:");
    if (all.hub().isEmpty() || inTheClear) {
      return Optional.empty();
    }
    return before
        .filter(hub -> hub.getUrl().equals(all.hub()) && hub.getTopic().equals(all.topic()))
        .or(() -> Optional.of(Hub.newBuilder().setUrl(all.hub()).setTopic(all.topic()).build()));
  }

  /** A poll's ending, after what it has followed and how many entries were new. */
  static PollEnding followed(PollEnding ending, Ping ping, int fresh) {
    SourceState state = ending.state();
    if (state.getHub().isEmpty()) {
      return ending;
    }
    Hub hub = state.getHub().get();
    Hub.Builder after = Hub.newBuilder(hub).setDeliveries(ping.deliveries());
    if (state.getFailures() == 0) {
      boolean inVain = ping.isNew() && fresh == 0;
      // Caches between us and the site may not know yet what the hub knows.
      after.setLookAgain(inVain ? state.getPolled().plus(SECOND_LOOK) : Instant.EPOCH);
      boolean expected = ping.isNew() || !hub.getLookAgain().equals(Instant.EPOCH);
      after.setTrusted(fresh > 0 ? expected : hub.getTrusted() && !inVain);
    }
    return new PollEnding(
        SourceState.newBuilder(state).setHub(after.build()).build(), ending.letter());
  }

  /**
   * When to poll if nothing is delivered until then: a hub that has announced what there was saves
   * polls, but not so many that its death would lose anything of a feed with a few entries.
   */
  static Instant nextPoll(Source source, SourceState state) {
    Instant planned = state.getNextPoll();
    Optional<Hub> hub = state.getHub();
    if (hub.isEmpty() || state.getFailures() > 0 || source.getIntervalMs() > 0) {
      return planned;
    }
    Instant again = hub.get().getLookAgain();
    if (again.isAfter(Instant.EPOCH)) {
      return again.isBefore(planned) ? again : planned;
    }
    Duration wait = Duration.between(state.getPolled(), planned);
    Duration stretched = wait.multipliedBy(STRETCH);
    Duration most = stretched.compareTo(LONGEST_STRETCHED) < 0 ? stretched : LONGEST_STRETCHED;
    Instant later = state.getPolled().plus(most);
    Instant end = hub.get().getLeaseUntil();
    Instant next = later.isBefore(end) ? later : end;
    return hub.get().getTrusted() && next.isAfter(planned) ? next : planned;
  }

  /** Whether the hub has confirmed or denied what we asked for, and the state does not say so. */
  static boolean isAnswered(Hub hub, @Nullable HubNotice notice) {
    return notice != null
        && notice.getAnswers() != hub.getAnswers()
        && notice.getSubscription().equals(Callbacks.subscription(hub.getUrl(), hub.getTopic()));
  }

  /** After the hub's answer: to be asked again when four fifths of the lease are over. */
  static Hub answered(Hub hub, HubNotice notice) {
    Instant at = notice.getAnswered();
    Hub.Builder after = Hub.newBuilder(hub).setAnswers(notice.getAnswers()).setFailures(0);
    if (notice.getLeaseMs() == 0) {
      return after
          .setLeaseUntil(Instant.EPOCH)
          .setTrusted(false)
          .setNextRequest(at.plus(AFTER_DENIAL))
          .setLastError(("denied: " + notice.getReason()).strip())
          .build();
    }
    Duration lease = Duration.ofMillis(notice.getLeaseMs());
    Duration renewal = lease.multipliedBy(4).dividedBy(5);
    return after
        .setLeaseUntil(at.plus(lease))
        .setNextRequest(at.plus(renewal.compareTo(FIRST_RETRY) < 0 ? FIRST_RETRY : renewal))
        .setLastError("")
        .build();
  }

  /** After a request, until the hub has confirmed it: to be asked again, ever more rarely. */
  static Hub requested(Hub hub, FetchResult result, Instant now) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(MOST_DOUBLINGS, hub.getFailures()));
    wait = wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    Hub.Builder after = Hub.newBuilder(hub).setRequested(now).setFailures(hub.getFailures() + 1);
    String error = "";
    if (result instanceof Failed failed) {
      error = failed.reason();
      Duration asked = failed.retryAfter();
      wait = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
    return after.setLastError(error).setNextRequest(now.plus(wait)).build();
  }
}
