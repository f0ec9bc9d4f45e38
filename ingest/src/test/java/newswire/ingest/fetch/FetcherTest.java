package newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

  private static final int MAX = 1_000_000;

  private final Site site = new Site();
  private final Fetcher fetcher =
      new Fetcher("newswire-test", Duration.ofSeconds(1), Clock.systemUTC());

  @AfterEach
  void stop() {
    fetcher.close();
    site.close();
  }

  private FetchResult fetch(String url) {
    return fetcher.fetch(FetchRequest.page(url, MAX, true));
  }

  private Failed failure(String url) {
    FetchResult result = fetch(url);
    assertThat(result).isInstanceOf(Failed.class);
    return (Failed) result;
  }

  @ParameterizedTest
  @ValueSource(strings = {"A plain page", "صفحة عربية", "东京的新闻"})
  void givesTheBodyAsServed(String text) {
    site.serve("/a", "text/html; charset=utf-8", text);

    Fetched page = (Fetched) fetch(site.url("/a"));

    assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.status()).isEqualTo(200);
  }

  @Test
  void asksConditionallyWithTheValidatorsItIsGiven() {
    site.serve("/feed", "text/xml", "<rss/>");
    Fetched first = (Fetched) fetch(site.url("/feed"));

    FetchResult second =
        fetcher.fetch(FetchRequest.feed(site.url("/feed"), first.etag(), "", MAX, true));

    assertThat(second).isInstanceOf(NotModified.class);
  }

  @Test
  void namesUnderLocalhostAreThisMachine() {
    site.serve("/a", "text/html", "x");

    assertThat(fetch("http://nile-gazette.localhost:" + site.port() + "/a"))
        .isInstanceOf(Fetched.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/a",
        "http://localhost:PORT/a",
        "http://outlet.localhost:PORT/a",
        "http://2130706433:PORT/a",
        "http://0177.0.0.1:PORT/a",
        "http://127.1:PORT/a",
        "http://0.0.0.0:PORT/a",
        "http://[::1]:PORT/a",
        "http://[::ffff:127.0.0.1]:PORT/a",
        "http://[::ffff:7f00:1]:PORT/a",
        "http://[::127.0.0.1]:PORT/a",
        "http://[64:ff9b::7f00:1]:PORT/a",
        "http://[2002:7f00:1::]:PORT/a",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/a",
        "http://10.0.0.1/a",
        "http://192.168.1.1/a",
        "http://[fd00:ec2::254]/a",
        "http://[fe80::1]/a",
      })
  void reachesNoPrivateAddressInWhateverForm(String form) {
    site.serve("/a", "text/html", "secret");
    String url = form.replace("PORT", Integer.toString(site.port()));

    FetchResult result = fetcher.fetch(FetchRequest.page(url, MAX, false));

    assertThat(result).isInstanceOf(Failed.class);
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void saysThatAnAddressIsNotPublic() {
    Failed failed = (Failed) fetcher.fetch(FetchRequest.page(site.url("/a"), MAX, false));

    assertThat(failed.reason()).isEqualTo("127.0.0.1 is not a public address");
    assertThat(failed.status()).isZero();
  }

  @Test
  void aConnectionThatOneMayUseIsNotThereForAnother() {
    site.serve("/a", "text/html", "x");
    assertThat(fetch(site.url("/a"))).isInstanceOf(Fetched.class);

    assertThat(fetcher.fetch(FetchRequest.page(site.url("/a"), MAX, false)))
        .isInstanceOf(Failed.class);
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void followsFiveRedirectsAndNotSix() {
    for (int i = 0; i < 6; i++) {
      site.redirect("/" + i, 302, "/" + (i + 1));
    }
    site.serve("/6", "text/html", "x");

    assertThat(((Fetched) fetch(site.url("/1"))).url()).isEqualTo(site.url("/6"));
    assertThat(failure(site.url("/0")).reason()).isEqualTo("more than 5 redirects");
  }

  @Test
  void leavesARedirectLoop() {
    site.redirect("/loop", 301, "/loop");

    assertThat(failure(site.url("/loop")).reason()).isEqualTo("more than 5 redirects");
    assertThat(site.count("/loop")).isEqualTo(6);
  }

  @Test
  void followsNoRedirectToAnotherScheme() {
    site.redirect("/a", 302, "file:///etc/passwd");

    assertThat(failure(site.url("/a")).reason()).isEqualTo("a redirect to no HTTP address");
  }

  @Test
  void stopsAnEndlessBodyAtTheCap() {
    site.on(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] piece = new byte[64 * 1024];
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100_000; i++) {
              out.write(piece);
            }
          }
        });

    assertThat(failure(site.url("/endless")).reason())
        .isEqualTo("the body is larger than 1000000 bytes");
  }

  @Test
  void stopsAGzipBombAtTheCap() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 100; i++) {
        gzip.write(new byte[1024 * 1024]);
      }
    }
    site.on("/bomb", exchange -> gzipped(exchange, bytes.toByteArray()));

    assertThat(failure(site.url("/bomb")).reason())
        .isEqualTo("the body is larger than 1000000 bytes");
  }

  @Test
  void removesGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("خبر".getBytes(StandardCharsets.UTF_8));
    }
    site.on("/gzip", exchange -> gzipped(exchange, bytes.toByteArray()));

    Fetched page = (Fetched) fetch(site.url("/gzip"));

    assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("خبر");
  }

  private static void gzipped(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    Site.send(exchange, 200, "text/html", body);
  }

  @Test
  void givesUpASlowBodyAtTheDeadline() {
    site.on("/slow", FetcherTest::slowly);

    Failed failed = failure(site.url("/slow"));

    assertThat(failed.reason()).isEqualTo("no complete answer within 1000 ms");
    assertThat(failed.isTransient()).isTrue();
  }

  private static void slowly(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 100; i++) {
        out.write('x');
        out.flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void keepsLinksUnlessThereAreTooMany() {
    site.on("/few", exchange -> linked(exchange, 2));
    site.on("/many", exchange -> linked(exchange, 1_000));

    assertThat(((Fetched) fetch(site.url("/few"))).advice().links())
        .isEqualTo("<https://hub.example/0>; rel=hub, <https://hub.example/1>; rel=hub");
    assertThat(((Fetched) fetch(site.url("/many"))).advice().links().length()).isZero();
  }

  private static void linked(HttpExchange exchange, int links) throws IOException {
    for (int i = 0; i < links; i++) {
      exchange.getResponseHeaders().add("Link", "<https://hub.example/" + i + ">; rel=hub");
    }
    Site.send(exchange, 200, "text/xml", new byte[] {'x'});
  }

  @Test
  void tellsHowLongToWait() {
    site.on(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          exchange.sendResponseHeaders(429, -1);
        });

    Failed failed = failure(site.url("/busy"));

    assertThat(failed.status()).isEqualTo(429);
    assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(failed.isTransient()).isTrue();
  }

  @Test
  void aPageThatIsNotThereIsAResult() {
    Failed failed = failure(site.url("/none"));

    assertThat(failed.status()).isEqualTo(404);
    assertThat(failed.isTransient()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a url", "ftp://example.com/a", "http://", "http://user@:x/"})
  void refusesWhatIsNotAnAddress(String url) {
    assertThat(failure(url).reason()).isEqualTo("it is not an HTTP address");
  }
}
