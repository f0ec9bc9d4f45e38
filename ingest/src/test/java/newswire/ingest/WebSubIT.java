package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import newswire.schemas.avro.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How sources and hubs go together. */
@Tag("long")
class WebSubIT extends WebSubWorld {

  @Test
  void pollsAtOnceWhatAHubDeliversWhoeverHasTheSource() throws Exception {
    serveAtom("ar", "خبر أول");
    serveJson("zh", "第一条新闻");
    serveRss("ru", "Первая новость");
    world.publish(source("ar"), source("zh"), source("ru"));
    worker("1");
    worker("2");
    String[] topics = {site.url("/ar"), site.url("/zh"), site.url("/ru")};
    await().atMost(PATIENCE).until(() -> hub.hasVerified(topics));
    await().atMost(PATIENCE).until(() -> hasLease("ar") && hasLease("zh") && hasLease("ru"));
    assertThat(titles()).hasSize(3);
    serveAtom("ar", "خبر ثان", "خبر أول");
    serveJson("zh", "第二条新闻", "第一条新闻");
    serveRss("ru", "Вторая новость", "Первая новость");

    for (String topic : topics) {
      assertThat(hub.deliver(topic, "<feed>أيا كان 任何 что угодно</feed>")).isEqualTo(202);
      assertThat(hub.deliver(topic, "once more")).isEqualTo(202);
    }

    await().atMost(PATIENCE).until(() -> titles().size() >= 6);
    await().atMost(PATIENCE).until(() -> state("ru").getDeliveries() == 2);
    assertThat(titles())
        .containsExactlyInAnyOrder(
            "خبر أول", "第一条新闻", "Первая новость", "خبر ثان", "第二条新闻", "Вторая новость");
    assertThat(hub.requests()).hasSize(3);
    assertThat(state("zh").getLeaseUntil()).isEqualTo(clock.instant().plusSeconds(3_600));
  }

  @Test
  void renewsItsSubscriptionBeforeTheLeaseEnds() throws Exception {
    serveAtom("zh", "新闻");
    world.publish(source("zh"));
    IngestWorker worker = worker("1");
    await().atMost(PATIENCE).until(() -> hasLease("zh"));
    Instant first = state("zh").getLeaseUntil();
    // Another session has to know it, and not to ask again.
    worker.close();
    worker("1");

    clock.move(Duration.ofMinutes(49));

    await().atMost(PATIENCE).until(() -> state("zh").getLeaseUntil().isAfter(first));
    assertThat(hub.requests()).hasSize(2);
    assertThat(hub.requests().get(1)).isEqualTo(hub.requests().get(0));
  }

  @Test
  void takesADenialForAnAnswer() throws Exception {
    hub.answer("hub.mode=denied&hub.reason=%D0%BD%D0%B5%D0%BB%D1%8C%D0%B7%D1%8F");
    serveAtom("ru", "Новость");
    world.publish(source("ru"));
    worker("1");

    await().atMost(PATIENCE).until(() -> state("ru").getLastError().equals("denied: нельзя"));
    assertThat(state("ru").getLeaseUntil()).isEqualTo(Instant.EPOCH);
    clock.move(Duration.ofDays(1));
    await().atMost(PATIENCE).until(() -> site.count("/ru") + site.count("/ru 304") >= 3);
    assertThat(hub.requests()).hasSize(1);
    hub.answer("hub.mode=subscribe&hub.lease_seconds=3600");
    clock.move(Duration.ofDays(6));
    await().atMost(PATIENCE).until(() -> hasLease("ru"));
  }

  @Test
  void aHubThatFailsKeepsNobodyFromPolling() {
    Map<String, String> errors =
        Map.of("/loop", "more than 5 redirects", "/busy", "HTTP status 503", "/endless", "");
    site.redirect("/loop", 307, "/loop");
    site.on(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "86400");
          exchange.sendResponseHeaders(503, -1);
        });
    site.on(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(202, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[1024]);
            }
          }
        });
    errors
        .keySet()
        .forEach(
            path ->
                site.serve(
                    path + "/feed",
                    "application/atom+xml",
                    atom("x", "خبر").replace("/hub'", path + "'")));
    world.publish(
        errors.keySet().stream()
            .map(path -> TestWorld.source(path.substring(1), site.url(path + "/feed")).build())
            .toArray(Source[]::new));

    worker("1", Clock.systemUTC());

    errors.forEach(
        (path, error) -> {
          String id = path.substring(1);
          await().atMost(PATIENCE).until(() -> state(id).getFailures() == 1);
          assertThat(state(id).getLastError()).isEqualTo(error);
          long polls = site.count(path + "/feed");
          await().atMost(PATIENCE).until(() -> site.count(path + "/feed") > polls + 3);
        });
  }
}
