package newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.PoliteFetcher.Manners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteFetcherTest {

  private static final Duration DEADLINE = Duration.ofSeconds(1);

  private final Site site = new Site();
  private final SetClock clock = new SetClock();
  private final PoliteFetcher fetcher =
      new PoliteFetcher("newswire/0.1 (+https://x.example)", DEADLINE, 4, clock);

  @AfterEach
  void stop() {
    fetcher.close();
    site.close();
  }

  private static Manners manners(Duration delay, boolean asksRobots) {
    return new Manners(delay, asksRobots, () -> true);
  }

  private static FetchResult get(PoliteFetcher fetcher, FetchRequest request, Manners manners) {
    CompletableFuture<FetchResult> answer = new CompletableFuture<>();
    fetcher.fetch(request, manners, answer::complete);
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private FetchResult page(String path) {
    return get(
        fetcher, FetchRequest.page(site.url(path), 100_000, true), manners(Duration.ZERO, true));
  }

  private Failed refused(String path) {
    assertThat(page(path)).isInstanceOf(Failed.class);
    return (Failed) page(path);
  }

  private void robots(String... lines) {
    site.serve("/robots.txt", "text/plain", String.join("\n", lines) + "\n");
  }

  private void status(String path, int status) {
    site.on(path, exchange -> exchange.sendResponseHeaders(status, -1));
  }

  @Test
  void asksNotForWhatIsForbidden() {
    site.serve("/أخبار/1", "text/html", "x");
    robots("User-agent: *", "Disallow: /geheim/", "Allow: /geheim/offen", "Disallow: /*.pdf$");
    site.serve("/geheim/offen", "text/html", "x");

    assertThat(refused("/geheim/a").reason()).isEqualTo("robots.txt forbids it");
    assertThat(refused("/a.pdf").reason()).isEqualTo("robots.txt forbids it");
    assertThat(page("/geheim/offen")).isInstanceOf(Fetched.class);
    assertThat(site.requests()).containsExactly("/robots.txt", "/geheim/offen");
  }

  @Test
  void goesByTheRulesMadeForItAlone() {
    site.serve("/a", "text/html", "x");
    robots("User-agent: *", "Disallow: /", "", "User-agent: Newswire", "Disallow: /b");

    assertThat(page("/a")).isInstanceOf(Fetched.class);
    assertThat(refused("/b").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void takesNoRulesForNoProhibition(int status) {
    status("/robots.txt", status);
    site.serve("/a", "text/html", "x");

    assertThat(page("/a")).isInstanceOf(Fetched.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void waitsWhileTheRulesCannotBeHad(int status) {
    status("/robots.txt", status);
    site.serve("/a", "text/html", "x");

    Failed failed = refused("/a");

    assertThat(failed.reason()).isEqualTo("robots.txt cannot be had: HTTP status " + status);
    assertThat(failed.isTransient()).isTrue();
    assertThat(site.count("/a")).isZero();
    robots("User-agent: *", "Allow: /");
    assertThat(page("/a")).isInstanceOf(Failed.class);
    clock.move(Duration.ofMinutes(11));
    assertThat(page("/a")).isInstanceOf(Fetched.class);
  }

  @Test
  void waitsWhileTheRulesTakeTooLong() {
    site.on(
        "/robots.txt",
        exchange -> {
          try {
            Thread.sleep(3_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    site.serve("/a", "text/html", "x");

    assertThat(refused("/a").reason()).startsWith("robots.txt cannot be had: no complete answer");
    assertThat(site.count("/a")).isZero();
  }

  @Test
  void keepsTheRulesForADay() {
    robots("User-agent: *", "Disallow: /a");
    refused("/a");
    site.serve("/a", "text/html", "x");
    robots("");
    clock.move(Duration.ofHours(23));
    refused("/a");
    assertThat(site.count("/robots.txt")).isEqualTo(1);

    clock.move(Duration.ofHours(2));

    assertThat(page("/a")).isInstanceOf(Fetched.class);
    assertThat(site.count("/robots.txt")).isEqualTo(2);
  }

  @Test
  void followsTheRulesToWhereTheyHaveMoved() {
    site.redirect("/robots.txt", 301, "/rules");
    site.serve("/rules", "text/plain", "User-agent: *\nDisallow: /a\n");

    assertThat(refused("/a").reason()).isEqualTo("robots.txt forbids it");
  }

  @Test
  @Timeout(60) // Against rules that backtrack without end.
  void readsTheBeginningOfEndlessRules() {
    StringBuilder rules = new StringBuilder("User-agent: *\nDisallow: /a\n");
    while (rules.length() < 2_000_000) {
      rules.append("Disallow: /*x*x*x*x*x*x*x*x*y").append(rules.length()).append('\n');
    }
    robots(rules.toString());
    String path = "/" + "x".repeat(2_000);
    site.serve(path, "text/html", "x");

    assertThat(refused("/a").reason()).isEqualTo("robots.txt forbids it");
    assertThat(page(path)).isInstanceOf(Fetched.class);
  }

  @Test
  void keepsTheDelayThatASiteAsksFor() {
    robots("User-agent: *", "Crawl-delay: 0.3");
    List<Long> times = new CopyOnWriteArrayList<>();
    site.on(
        "/a",
        e -> {
          times.add(System.nanoTime());
          Site.send(e, 200, "text/html", new byte[] {1});
        });

    page("/a");
    page("/a");

    assertThat(times.get(1) - times.get(0)).isGreaterThan(290_000_000L);
  }

  @Test
  void redirectsWaitForTheirTurnToo() {
    site.redirect("/0", 302, "/1");
    site.redirect("/1", 302, "/2");
    site.serve("/2", "text/html", "x");
    Manners slow = manners(Duration.ofMillis(200), false);

    long start = System.nanoTime();
    FetchResult result = get(fetcher, FetchRequest.page(site.url("/0"), 1_000, true), slow);

    assertThat(result).isInstanceOf(Fetched.class);
    assertThat(System.nanoTime() - start).isGreaterThan(395_000_000L);
  }

  @Test
  void redirectsObeyTheRulesOfWhereTheyLead() {
    robots("User-agent: *", "Disallow: /private");
    site.redirect("/a", 302, "/private/a");

    assertThat(refused("/a").reason()).isEqualTo("robots.txt forbids it");
    assertThat(site.count("/private/a")).isZero();
  }

  @Test
  void leavesASiteAloneForAsLongAsItSays() {
    site.on(
        "/a",
        e -> {
          e.getResponseHeaders().set("Retry-After", "86400");
          e.sendResponseHeaders(429, -1);
        });
    site.serve("/b", "text/html", "x");
    page("/a");

    Failed held = refused("/b");

    assertThat(held.reason()).isEqualTo("its site has asked us to wait");
    assertThat(held.retryAfter()).isEqualTo(Duration.ofDays(1));
    assertThat(site.count("/b")).isZero();
    clock.move(Duration.ofDays(1));
    assertThat(page("/b")).isInstanceOf(Fetched.class);
  }

  @Test
  void tellsWhereThePermanentRedirectsLed() {
    site.redirect("/0", 301, "/1");
    site.redirect("/1", 308, "/2");
    site.redirect("/2", 302, "/3");
    site.redirect("/3", 301, "/4");
    site.serve("/4", "text/html", "x");

    assertThat(((Fetched) page("/0")).advice().movedTo()).isEqualTo(site.url("/2"));
    assertThat(((Fetched) page("/2")).advice().movedTo()).isEmpty();
  }

  @Test
  void noRedirectLeadsIntoOurOwnNetwork() throws IOException {
    AtomicInteger connects = new AtomicInteger();
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    InetAddress outside = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    try (ServerSocket inside = new ServerSocket(0, 50, loopback);
        Site public2 = new Site(new InetSocketAddress(outside, 0))) {
      Thread counter = new Thread(() -> count(inside, connects));
      counter.setDaemon(true);
      counter.start();
      // Everything but 127.0.0.1 passes for public, and a name that has been rebound does not help.
      Fetcher.Network network =
          new Fetcher.Network(
              name -> List.of(name.startsWith("rebound") ? loopback : outside),
              address -> !address.equals(loopback));
      try (PoliteFetcher guarded =
          new PoliteFetcher(new Fetcher("t", DEADLINE, clock, network), 2, clock)) {
        String origin = "http://public.example:" + public2.port();
        for (String target :
            List.of(
                "http://127.0.0.1:PORT/",
                "http://rebound.example:PORT/",
                "http://2130706433:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "//127.0.0.1:PORT/")) {
          public2.redirect("/a", 302, target.replace("PORT", "" + inside.getLocalPort()));
          for (boolean robots : new boolean[] {true, false}) {
            FetchResult result =
                get(
                    guarded,
                    FetchRequest.page(origin + "/a", 1_000, false),
                    manners(Duration.ZERO, robots));
            assertThat(((Failed) result).reason()).as(target).endsWith("is not a public address");
          }
        }
        assertThat(public2.count("/a")).isEqualTo(10);
      }
    }
    assertThat(connects).hasValue(0);
  }

  private static void count(ServerSocket server, AtomicInteger connects) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          connects.incrementAndGet();
        }
      }
    } catch (IOException e) {
      // closed
    }
  }
}
