package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
import org.junit.jupiter.api.io.TempDir;

/** A hub, the callback and workers; nothing is due by itself, since the clock stands. */
class WebSubWorld extends SiteAndWorld {

  @TempDir private Path dir;
  final SetClock clock = new SetClock();
  TestHub hub;
  PushServer server;

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

  IngestWorker worker(String instance) {
    return worker(instance, clock);
  }

  IngestWorker worker(String instance, Clock clock) {
    String callback = "http://127.0.0.1:" + server.port() + "/websub";
    return world.worker(world.config(instance, callback, dir.resolve("secret")), clock);
  }

  Source source(String id) {
    return Source.newBuilder(TestWorld.source(id, site.url("/" + id)).build())
        .setIntervalMs(0)
        .build();
  }

  String atom(String id, String... titles) {
    StringBuilder feed = new StringBuilder("<feed xmlns='http://www.w3.org/2005/Atom'>");
    feed.append("<link rel='hub' href='" + site.url("/hub") + "'/>");
    feed.append("<link rel='self' href='" + site.url("/" + id) + "'/>");
    for (String title : titles) {
      feed.append("<entry><id>" + title + "</id><title>" + title + "</title></entry>");
    }
    return feed + "</feed>";
  }

  void serveAtom(String id, String... titles) {
    site.serve("/" + id, "application/atom+xml", atom(id, titles));
  }

  void serveJson(String id, String... titles) {
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
  void serveRss(String id, String... titles) {
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

  List<String> titles() {
    return world.articles().stream().map(a -> a.getEntry().orElseThrow().getTitle()).toList();
  }

  Hub state(String id) {
    return Optional.ofNullable(world.states().get(id))
        .flatMap(SourceState::getHub)
        .orElseGet(() -> Hub.newBuilder().build());
  }

  boolean hasLease(String id) {
    return state(id).getLeaseUntil().isAfter(clock.instant());
  }

  HubNotice notice(String id) {
    return world.records(world.topics().hubNotices()).stream()
        .filter(record -> record.key().equals(id))
        .map(ConsumerRecord::value)
        .reduce((a, b) -> b)
        .orElseThrow();
  }
}
