package newswire.ingest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.Trail.Step;
import newswire.schemas.CanonicalUrl;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks web sites as they want to be asked: in turn, with a pause, redirects included; not where
 * their robots.txt forbids it, and not before the time they have told. On threads of its own; safe
 * for many threads.
 */
public final class PoliteFetcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PoliteFetcher.class);
  private static final Duration WAITED_OUT = Duration.ofSeconds(30);
  private static final int MOST_HELD = 10_000;

  private final Fetcher fetcher;
  private final SiteLanes lanes;
  private final RobotsCache robots;
  private final Clock clock;
  private final Map<String, Instant> heldUntil = new ConcurrentHashMap<>();

  /**
   * How a request is made.
   *
   * @param delay least time between two requests to its site
   * @param asksRobots whether the site's robots.txt is asked first
   * @param wanted whether anybody still waits for the answer
   */
  public record Manners(Duration delay, boolean asksRobots, BooleanSupplier wanted) {}

  /**
   * @param parallel most sites asked at once
   */
  public PoliteFetcher(String userAgent, Duration deadline, int parallel, Clock clock) {
    this(new Fetcher(userAgent, deadline, clock), parallel, clock);
  }

  PoliteFetcher(Fetcher fetcher, int parallel, Clock clock) {
    this.fetcher = fetcher;
    this.lanes = new SiteLanes(parallel);
    this.robots = new RobotsCache(clock);
    this.clock = clock;
  }

  /** Gives the answer to {@code then}, on a thread of ours, unless it is no longer wanted. */
  public void fetch(FetchRequest request, Manners manners, Consumer<FetchResult> then) {
    go(new Visit(request, manners, then), fetcher.begin(request));
  }

  /** Whether a wait is so short that a second try may wait for it. */
  public static boolean isSoon(Failed failed) {
    Duration wait = failed.retryAfter();
    return failed.isTransient() && (wait == null || wait.compareTo(WAITED_OUT) <= 0);
  }

  private record Visit(FetchRequest request, Manners manners, Consumer<FetchResult> then) {}

  private void go(Visit visit, Step step) {
    if (step.result() != null) {
      lanes.submit(
          "", Duration.ZERO, () -> answered(visit, () -> visit.then().accept(step.result())));
    } else if (visit.manners().asksRobots()) {
      obey(visit, step.trail());
    } else {
      take(visit, step.trail());
    }
  }

  private void obey(Visit visit, Trail trail) {
    FetchRequest request = visit.request();
    Manners unasked = new Manners(visit.manners().delay(), false, () -> true);
    robots.find(
        trail.url(),
        request,
        fetcher.agent(request),
        (file, then) -> fetch(file, unasked, then),
        rules ->
            rules
                .refusal(trail.url())
                .ifPresentOrElse(no -> visit.then().accept(no), () -> take(visit, trail)));
  }

  private void take(Visit visit, Trail trail) {
    Duration delay = visit.manners().delay();
    Duration wanted = robots.delay(trail.url(), visit.request(), fetcher.agent(visit.request()));
    submit(visit, trail, delay.compareTo(wanted) < 0 ? wanted : delay);
  }

  private void submit(Visit visit, Trail trail, Duration delay) {
    lanes.submit(site(trail.url()), delay, () -> answered(visit, () -> visit(visit, trail, delay)));
  }

  // Whatever happens, an answer is given: nobody would ever hear of the request again.
  private static void answered(Visit visit, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      LOG.error("asking for {} failed", visit.request().url(), e);
      visit.then().accept(Failed.unanswered(visit.request().url(), "the fetcher failed: " + e));
    }
  }

  private void visit(Visit visit, Trail trail, Duration delay) {
    if (!visit.manners().wanted().getAsBoolean()) {
      return;
    }
    Duration held = held(site(trail.url()));
    if (held.isZero()) {
      Step step = step(visit.request(), trail);
      if (step.result() == null) {
        go(visit, step);
      } else {
        visit.then().accept(step.result());
      }
    } else if (held.compareTo(WAITED_OUT) <= 0) {
      submit(visit, trail, held.compareTo(delay) < 0 ? delay : held);
    } else {
      String reason = "its site has asked us to wait";
      visit.then().accept(new Failed(trail.url().toString(), 0, reason, true, held));
    }
  }

  private Step step(FetchRequest request, Trail trail) {
    try {
      Step step = fetcher.step(request, trail);
      // What a form is told is between it and its hub; it must not keep a site's feeds waiting.
      if (!request.isPost()
          && step.result() instanceof Failed failed
          && failed.retryAfter() != null) {
        hold(site(trail.url()), clock.instant().plus(failed.retryAfter()));
      }
      return step;
    } catch (RuntimeException e) {
      // Nobody would ever hear of the request again.
      LOG.error("asking for {} failed", trail.url(), e);
      return Step.end(Failed.refused(trail.url().toString(), 0, "the fetcher failed: " + e));
    }
  }

  private void hold(String site, Instant until) {
    if (heldUntil.size() >= MOST_HELD) {
      heldUntil.values().removeIf(end -> !end.isAfter(clock.instant()));
    }
    heldUntil.merge(site, until, (a, b) -> a.isAfter(b) ? a : b);
  }

  private Duration held(String site) {
    Instant until = heldUntil.getOrDefault(site, Instant.MIN);
    Instant now = clock.instant();
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  private static String site(HttpUrl url) {
    return CanonicalUrl.parse(url.toString()).map(CanonicalUrl::site).orElse(url.host());
  }

  /** Ends every request under way and forgets what waits. */
  @Override
  public void close() {
    lanes.close();
    fetcher.close();
  }
}
