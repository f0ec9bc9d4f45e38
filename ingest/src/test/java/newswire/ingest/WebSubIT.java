package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.ingest.fetch.SetClock;
import newswire.ingest.fetch.Site;
import newswire.ingest.push.PushServer;
import newswire.ingest.push.PushToken;
import newswire.schemas.avro.Hub;
import newswire.schemas.avro.HubNotice;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub, the callback and workers; nothing is due by itself, since the clock stands. */
class WebSubIT extends SiteAndWorld {

  @TempDir private Path dir;
  private final SetClock clock = new SetClock();
  private TestHub hub;
  private PushServer server;

  @BeforeEach
  void start() throws Exception {
    hub = new TestHub(site);
    server = server(clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PushServer server(Clock clock) throws Exception {
    return PushServer.start(
        0,
        PushToken.in(dir.resolve("token")),
        world.config("push", "https://news.example/websub", dir.resolve("secret")),
        world.topics(),
        clock);
  }

  private IngestWorker worker(String instance) {
    return worker(instance, clock);
  }

  private IngestWorker worker(String instance, Clock clock) {
    String callback = "http://127.0.0.1:" + server.port() + "/websub";
    return world.worker(world.config(instance, callback, dir.resolve("secret")), clock);
  }

  private Source source(String id) {
    return Source.newBuilder(TestWorld.source(id, site.url("/" + id)).build())
        .setIntervalMs(0)
        .build();
  }

  private String atom(String id, String... titles) {
    StringBuilder feed = new StringBuilder("<feed xmlns='http://www.w3.org/2005/Atom'>");
    feed.append("<link rel='hub' href='" + site.url("/hub") + "'/>");
    feed.append("<link rel='self' href='" + site.url("/" + id) + "'/>");
    for (String title : titles) {
      feed.append("<entry><id>" + title + "</id><title>" + title + "</title></entry>");
    }
    return feed + "</feed>";
  }

  private void serveAtom(String id, String... titles) {
    site.serve("/" + id, "application/atom+xml", atom(id, titles));
  }

  private void serveJson(String id, String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      items.append(items.isEmpty() ? "" : ",");
      items.append("{\"id\":\"" + title + "\",\"title\":\"" + title + "\"}");
    }
    String head =
        "{\"hubs\":[{\"type\":\"WebSub\",\"url\":\"/hub\"}],\"feed_url\":\"/" + id + "\",";
    site.serve("/" + id, "application/feed+json", head + "\"items\":[" + items + "]}");
  }

  /** Announces its hub in the header only. */
  private void serveRss(String id, String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      items.append("<item><guid isPermaLink='false'>" + title + "</guid>");
      items.append("<title>" + title + "</title></item>");
    }
    byte[] body = ("<rss><channel>" + items + "</channel></rss>").getBytes(UTF_8);
    site.on(
        "/" + id,
        exchange -> {
          exchange.getResponseHeaders().add("Link", "</hub>; rel=\"hub\"");
          exchange.getResponseHeaders().add("Link", "</" + id + ">; rel=\"self\"");
          Site.send(exchange, 200, "application/rss+xml", body);
        });
  }

  private List<String> titles() {
    return world.articles().stream().map(a -> a.getEntry().orElseThrow().getTitle()).toList();
  }

  private Hub state(String id) {
    return Optional.ofNullable(world.states().get(id))
        .flatMap(SourceState::getHub)
        .orElseGet(() -> Hub.newBuilder().build());
  }

  private boolean hasLease(String id) {
    return state(id).getLeaseUntil().isAfter(clock.instant());
  }

  private HubNotice notice(String id) {
    return world.records(world.topics().hubNotices()).stream()
        .filter(record -> record.key().equals(id))
        .map(ConsumerRecord::value)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

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
  void ignoresADeliveryThatIsNotSignedByTheHub() throws Exception {
    serveAtom("ar", "خبر أول");
    world.publish(source("ar"));
    worker("1");
    String topic = site.url("/ar");
    await().atMost(PATIENCE).until(() -> hub.hasVerified(topic) && hasLease("ar"));
    String body = atom("ar", "مزور");

    assertThat(hub.deliver(topic, body, "")).isEqualTo(202);
    assertThat(hub.deliver(topic, body, "sha256=" + TestHub.hmac("other", body))).isEqualTo(202);
    assertThat(hub.deliver(topic, body, "md5=00")).isEqualTo(202);
    assertThat(hub.deliver(topic, body, "sha256=none")).isEqualTo(202);

    assertThat(notice("ar").getIgnored()).isEqualTo(4);
    assertThat(notice("ar").getDeliveries()).isZero();
    assertThat(hub.deliver(topic, body)).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> state("ar").getDeliveries() == 1);
    assertThat(site.requests().stream().filter(r -> r.equals("/ar")).count()).isEqualTo(2);
    assertThat(titles()).containsExactly("خبر أول");
  }

  @Test
  void confirmsOnlyWhatItHasAskedFor() throws Exception {
    serveAtom("ar", "خبر");
    world.publish(source("ar"));
    worker("1");
    String topic = site.url("/ar");
    await().atMost(PATIENCE).until(() -> hub.hasVerified(topic) && hasLease("ar"));
    String callback = hub.callback(topic);
    String right = "?hub.topic=" + topic + "&hub.lease_seconds=60";
    long answers = notice("ar").getAnswers();

    for (String wrong :
        List.of(
            callback + right + "&hub.mode=unsubscribe&hub.challenge=c",
            callback + right + "&hub.mode=subscribe",
            callback + right + "&hub.mode=subscribe&hub.challenge=" + "c".repeat(100_000),
            callback + "?hub.mode=subscribe&hub.challenge=c",
            callback + "?hub.mode=subscribe&hub.challenge=c&hub.topic=" + site.url("/other"),
            callback + "?hub.mode=denied&hub.topic=" + site.url("/other"),
            callback + "?hub.mode=%25zz&hub.topic=" + topic,
            callback + "0" + right + "&hub.mode=subscribe&hub.challenge=c",
            callback.substring(0, callback.lastIndexOf('/') + 1) + right,
            callback)) {
      assertThat(hub.call(wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(notice("ar").getAnswers()).isEqualTo(answers);
    assertThat(hub.call(callback + right + "&hub.mode=subscribe&hub.challenge=%3Cb%3E").body())
        .isEqualTo("<b>");
    assertThat(hub.call("http://127.0.0.1:" + server.port() + "/v1/articles").statusCode())
        .isEqualTo(401);
  }

  @Test
  void outlivesAChallengeOfAMegabyte() throws Exception {
    serveAtom("ar", "خبر");
    world.publish(source("ar"));
    worker("1");
    String topic = site.url("/ar");
    await().atMost(PATIENCE).until(() -> hub.hasVerified(topic) && hasLease("ar"));
    String path = hub.callback(topic).substring(hub.callback(topic).indexOf("/websub"));
    String target = path + "?hub.mode=subscribe&hub.topic=" + topic + "&hub.challenge=";
    String request = "GET " + target + "c".repeat(1024 * 1024) + " HTTP/1.1\r\nHost: x\r\n\r\n";

    assertThat(reply(request)).doesNotContain("ccc").doesNotStartWith("HTTP/1.1 200");

    assertThat(hub.deliver(topic, "x")).isEqualTo(202);
  }

  /** What has come before the connection ended, in whatever way. */
  private String reply(String request) throws IOException {
    StringBuilder reply = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
        reply.append((char) c);
      }
    } catch (SocketException e) {
      // The server may have had enough of it.
    }
    return reply.toString();
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
