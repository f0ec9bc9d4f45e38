package newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms posted to hubs. */
class FormFetchTest {

  private final Site site = new Site();
  private final Fetcher fetcher =
      new Fetcher("newswire-test", Duration.ofSeconds(10), Clock.systemUTC());

  @AfterEach
  void stop() {
    fetcher.close();
    site.close();
  }

  @Test
  void postsAFormWhereARedirectKeepsIt() {
    List<String> posted = new CopyOnWriteArrayList<>();
    site.redirect("/hub", 307, "/other");
    site.redirect("/moved", 301, "/other");
    site.redirect("/loop", 308, "/loop");
    site.on(
        "/other",
        exchange -> {
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          byte[] body = exchange.getRequestBody().readAllBytes();
          posted.add(
              exchange.getRequestMethod()
                  + " "
                  + type
                  + " "
                  + new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(202, -1);
        });

    assertThat(post("/hub", true)).isInstanceOf(Fetched.class);
    assertThat(posted).containsExactly("POST application/x-www-form-urlencoded a=b");
    assertThat(((Failed) post("/moved", true)).reason())
        .isEqualTo("a redirect that a form does not follow");
    assertThat(((Failed) post("/loop", true)).reason()).isEqualTo("more than 5 redirects");
    assertThat(((Failed) post("/other", false)).reason())
        .isEqualTo("127.0.0.1 is not a public address");
    assertThat(posted).hasSize(1);
  }

  @Test
  void readsNoEndlessReplyToAForm() {
    site.on("/endless", FormFetchTest::endlessly);

    Fetched reply = (Fetched) post("/endless", true);

    assertThat(reply.body()).hasSize(4 * 1024);
  }

  private FetchResult post(String path, boolean allowPrivateNetworks) {
    return fetcher.fetch(FetchRequest.post(site.url(path), "a=b", allowPrivateNetworks));
  }

  private static void endlessly(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, 0);
    byte[] piece = new byte[8 * 1024];
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(piece);
      }
    }
  }
}
