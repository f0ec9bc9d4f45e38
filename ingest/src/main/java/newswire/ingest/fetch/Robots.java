package newswire.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a host says to robots (RFC 9309). A file that is not there allows everything; one that
 * cannot be had for the moment allows nothing for the moment.
 */
final class Robots {

  private static final Duration LONGEST_KEPT = Duration.ofHours(24);
  private static final Duration SHORTEST_KEPT = Duration.ofMinutes(5);
  private static final Duration LATER = Duration.ofMinutes(10);
  private static final long LONGEST_DELAY_MS = 60_000;
  private static final Set<Integer> FOR_THE_MOMENT = Set.of(408, 425, 429);

  private final BaseRobotRules rules;
  private final @Nullable Failed later;
  private final Instant until;

  private Robots(BaseRobotRules rules, @Nullable Failed later, Instant until) {
    this.rules = rules;
    this.later = later;
    this.until = until;
  }

  /**
   * @param result of asking for the file at {@code url}
   * @param userAgent whose rules are wanted
   */
  static Robots of(FetchResult result, HttpUrl url, String userAgent, Instant now) {
    if (result instanceof Fetched file) {
      // Beyond its limit the parser would forbid everything: we have our own.
      BaseRobotRules rules =
          new SimpleRobotRulesParser(Long.MAX_VALUE, 1)
              .parseContent(url.toString(), file.body(), "text/plain", List.of(product(userAgent)));
      return new Robots(rules, null, now.plus(kept(file.advice().maxAge())));
    }
    if (result instanceof Failed failed && !isGone(failed.status())) {
      Duration wait = failed.retryAfter() == null ? LATER : atMostADay(failed.retryAfter());
      return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), failed, now.plus(wait));
    }
    return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), null, now.plus(LONGEST_KEPT));
  }

  // A redirect that leads nowhere counts as no file (2.3.1.2), as 4xx does (2.3.1.3).
  private static boolean isGone(int status) {
    return status >= 300 && status < 500 && !FOR_THE_MOMENT.contains(status);
  }

  /** The name that rules address a robot by: its product token, without version and comment. */
  static String product(String userAgent) {
    return userAgent.strip().split("[/\\s(]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static Duration kept(@Nullable Duration maxAge) {
    if (maxAge == null) {
      return LONGEST_KEPT;
    }
    return maxAge.compareTo(SHORTEST_KEPT) < 0 ? SHORTEST_KEPT : atMostADay(maxAge);
  }

  private static Duration atMostADay(Duration time) {
    return time.compareTo(LONGEST_KEPT) > 0 ? LONGEST_KEPT : time;
  }

  boolean isStale(Instant now) {
    return !now.isBefore(until);
  }

  /** Why the address must not be asked for; empty if it may. */
  Optional<Failed> refusal(HttpUrl url) {
    if (later != null) {
      return Optional.of(
          new Failed(
              url.toString(),
              0,
              "robots.txt cannot be had: " + later.reason(),
              later.isTransient(),
              later.retryAfter()));
    }
    return rules.isAllowed(url.toString())
        ? Optional.empty()
        : Optional.of(Failed.refused(url.toString(), 0, "robots.txt forbids it"));
  }

  /** The least time that it wants between two requests, believed up to a minute. */
  Duration delay() {
    long millis = rules.getCrawlDelay();
    return millis <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(LONGEST_DELAY_MS, millis));
  }
}
