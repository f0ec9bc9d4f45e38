package newswire.ingest.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import newswire.ingest.fetch.FetchResult.Failed;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How far a request has come along redirects.
 *
 * @param url to ask next
 * @param hops redirects so far
 * @param movedTo where the permanent ones at its beginning led; empty if it began with none
 * @param left of the deadline, waiting for a site's turn not counted
 */
record Trail(HttpUrl url, int hops, String movedTo, Duration left) {

  static final int LONGEST_URL = 8_192;
  private static final int MOST_HOPS = 5;
  private static final Set<Integer> PERMANENT = Set.of(301, 308);

  /** The end of a request, or where it goes on. */
  record Step(@Nullable FetchResult result, @Nullable Trail next) {

    static Step end(FetchResult result) {
      return new Step(result, null);
    }

    static Step to(Trail next) {
      return new Step(null, next);
    }

    Trail trail() {
      if (next == null) {
        throw new IllegalStateException("the request has ended");
      }
      return next;
    }
  }

  /** The beginning; empty if the address is not one of HTTP. */
  static Optional<Trail> begin(String address, Duration deadline) {
    HttpUrl url = address.length() > LONGEST_URL ? null : HttpUrl.parse(address);
    return Optional.ofNullable(url).map(u -> new Trail(u, 0, "", deadline));
  }

  /** Where a redirect leads, or why it is not followed. */
  Step follow(int status, String location, Duration used) {
    HttpUrl to = location.isEmpty() ? null : url.resolve(location);
    if (to == null || to.toString().length() > LONGEST_URL) {
      return refused(status, "a redirect to no HTTP address");
    }
    if (url.isHttps() && !to.isHttps()) {
      return refused(status, "a redirect from https to http");
    }
    if (hops == MOST_HOPS) {
      return refused(status, "more than " + MOST_HOPS + " redirects");
    }
    boolean unbroken = hops == 0 || movedTo.equals(url.toString());
    String moved = unbroken && PERMANENT.contains(status) ? to.toString() : movedTo;
    return Step.to(new Trail(to, hops + 1, moved, left.minus(used)));
  }

  private Step refused(int status, String reason) {
    return Step.end(Failed.refused(url.toString(), status, reason));
  }
}
