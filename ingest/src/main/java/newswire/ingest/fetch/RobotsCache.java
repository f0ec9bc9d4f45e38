package newswire.ingest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rules of every host asked lately, each asked for once at a time. Safe for many threads. */
final class RobotsCache {

  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<Key, Robots> known = new HashMap<>();
  private final Map<Key, List<Consumer<Robots>>> waiting = new HashMap<>();

  RobotsCache(Clock clock) {
    this.clock = clock;
  }

  /** RFC 9309, 2.3: rules are those of a scheme, host and port; and of whom they are read by. */
  private record Key(HttpUrl file, String product, boolean allowPrivateNetworks) {

    static Key of(HttpUrl url, FetchRequest request, String userAgent) {
      HttpUrl file =
          new HttpUrl.Builder()
              .scheme(url.scheme())
              .host(url.host())
              .port(url.port())
              .encodedPath("/robots.txt")
              .build();
      return new Key(file, Robots.product(userAgent), request.allowPrivateNetworks());
    }
  }

  /** Asks for a file of rules. */
  interface Asking {
    void ask(FetchRequest request, Consumer<FetchResult> then);
  }

  /** Gives the rules for {@code url} to {@code then}: at once, or when they have been asked for. */
  void find(
      HttpUrl url, FetchRequest request, String userAgent, Asking asking, Consumer<Robots> then) {
    Key key = Key.of(url, request, userAgent);
    Robots robots;
    synchronized (this) {
      robots = fresh(key);
      if (robots == null) {
        List<Consumer<Robots>> others = waiting.get(key);
        if (others != null) {
          others.add(then);
          return;
        }
        waiting.put(key, new ArrayList<>(List.of(then)));
      }
    }
    if (robots != null) {
      then.accept(robots);
      return;
    }
    asking.ask(
        FetchRequest.robots(key.file().toString(), request),
        result -> arrived(key, Robots.of(result, key.file(), userAgent, clock.instant())));
  }

  private void arrived(Key key, Robots robots) {
    List<Consumer<Robots>> told;
    synchronized (this) {
      if (known.size() >= MOST) {
        known.values().removeIf(r -> r.isStale(clock.instant()));
      }
      known.put(key, robots);
      told = waiting.remove(key);
    }
    if (told != null) {
      told.forEach(then -> then.accept(robots));
    }
  }

  /** What the host of {@code url} wants between two requests, as far as it is known. */
  synchronized Duration delay(HttpUrl url, FetchRequest request, String userAgent) {
    Robots robots = fresh(Key.of(url, request, userAgent));
    return robots == null ? Duration.ZERO : robots.delay();
  }

  private @Nullable Robots fresh(Key key) {
    Robots robots = known.get(key);
    return robots == null || robots.isStale(clock.instant()) ? null : robots;
  }
}
