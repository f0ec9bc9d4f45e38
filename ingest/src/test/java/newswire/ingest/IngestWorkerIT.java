package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import newswire.ingest.fetch.Site;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IngestWorkerIT extends SiteAndWorld {

  /** A feed of the given entries, newest first, each with a page. */
  private void serve(String feed, List<String> titles) {
    StringBuilder items = new StringBuilder();
    for (int i = titles.size() - 1; i >= 0; i--) {
      String path = feed + "/" + i;
      items.append(
          "<item><title>" + titles.get(i) + "</title><link>" + site.url(path) + "</link></item>");
      site.serve(path, "text/html; charset=utf-8", "<html><p>" + titles.get(i) + "</p></html>");
    }
    site.serve(feed, "text/xml", "<rss><channel>" + items + "</channel></rss>");
  }

  private static List<String> titles(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + " " + i).toList();
  }

  private List<String> ingested() {
    return world.articles().stream().map(a -> a.getEntry().orElseThrow().getTitle()).toList();
  }

  private RawArticle article(String title) {
    return world.articles().stream()
        .filter(a -> a.getEntry().orElseThrow().getTitle().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static void idle(IngestWorker worker) {
    await().atMost(PATIENCE).until(worker::idle);
  }

  @Test
  void writesEveryArticleOnceWithItsPage() {
    serve("/a", List.of("خبر أول", "第二条新闻", "Third"));
    world.publish(TestWorld.source("a", site.url("/a")).setLanguage("ar").build());
    IngestWorker worker = world.worker("1");
    idle(worker);
    await().atMost(PATIENCE).until(() -> site.count("/a 304") >= 2);

    List<ConsumerRecord<String, RawArticle>> records = world.records(world.topics().raw());

    assertThat(records).extracting(ConsumerRecord::key).containsOnly("127.0.0.1");
    assertThat(records)
        .extracting(r -> r.value().getEntry().orElseThrow().getTitle())
        .containsExactly("خبر أول", "第二条新闻", "Third");
    RawArticle first = records.get(0).value();
    assertThat(UTF_8.decode(first.getBody().duplicate()).toString()).contains("خبر أول");
    assertThat(first.getHttpStatus()).isEqualTo(200);
    assertThat(first.getUrl()).isEqualTo(site.url("/a/0"));
    assertThat(first.getEntry().orElseThrow().getLanguage()).isEqualTo("ar");
    assertThat(records.get(0).timestamp()).isEqualTo(first.getFetched().toEpochMilli());
    assertThat(site.count("/a/0")).isEqualTo(1);
    assertThat(worker.health()).extracting(SourceHealth::articles).containsExactly(3L);
  }

  @Test
  void bringsInWhatIsNewOrChanged() {
    serve("/a", List.of("Old", "Before"));
    world.publish(TestWorld.source("a", site.url("/a")).build());
    idle(world.worker("1"));

    serve("/a", List.of("Old", "After", "Neu"));

    await().atMost(PATIENCE).until(() -> ingested().size() == 4);
    assertThat(ingested()).containsExactly("Old", "Before", "After", "Neu");
    assertThat(site.count("/a/0")).isEqualTo(1);
  }

  @Test
  void keepsAnArticleWhosePageFails() {
    serve("/a", List.of("Gone", "Picture", "Private"));
    site.on("/a/0", exchange -> exchange.sendResponseHeaders(404, -1));
    site.serve("/a/1", "image/png", "png");
    site.redirect("/a/2", 302, "ftp://x/");
    world.publish(TestWorld.source("a", site.url("/a")).build());
    idle(world.worker("1"));

    assertThat(article("Gone").getHttpStatus()).isEqualTo(404);
    assertThat(article("Gone").getFetchError()).isEqualTo("HTTP status 404");
    assertThat(article("Gone").getUrl()).isEqualTo(site.url("/a/0"));
    assertThat(article("Picture").getFetchError()).isEqualTo("the page is not HTML but image/png");
    assertThat(article("Picture").getBody().remaining()).isZero();
    assertThat(article("Private").getFetchError()).isEqualTo("a redirect to no HTTP address");
  }

  @Test
  void putsAnUnreadableBodyAsideOnce() {
    site.serve("/a", "text/html", "<!doctype html><title>Fehler</title>");
    world.publish(TestWorld.source("a", site.url("/a")).build());
    idle(world.worker("1"));
    await().atMost(PATIENCE).until(() -> site.count("/a") >= 3);

    List<DeadLetter> letters = world.deadLetters();

    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).getStage()).isEqualTo("ingest.feed");
    assertThat(letters.get(0).getSourceId()).isEqualTo("a");
    assertThat(letters.get(0).getReason()).isEqualTo("it is an HTML page, not a feed");
    assertThat(UTF_8.decode(letters.get(0).getValue().orElseThrow()).toString())
        .startsWith("<!doctype");
    SourceState state = Optional.ofNullable(world.states().get("a")).orElseThrow();
    assertThat(state.getLastError()).contains("HTML page");
    assertThat(state.getFailures()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void asksOnceMoreForAPageThatFailsForTheMoment() {
    serve("/a", List.of("خبر"));
    AtomicInteger asked = new AtomicInteger();
    site.on(
        "/a/0",
        exchange -> {
          boolean first = asked.incrementAndGet() == 1;
          Site.send(exchange, first ? 503 : 200, "text/html", "<html>نص</html>".getBytes(UTF_8));
        });
    world.publish(TestWorld.source("a", site.url("/a")).build());
    idle(world.worker("1"));

    assertThat(article("خبر").getHttpStatus()).isEqualTo(200);
    assertThat(article("خبر").getFetchError()).isEmpty();
  }

  @Test
  void goesOnWhereItStopped() {
    serve("/a", titles("خبر", 12));
    world.publish(TestWorld.source("a", site.url("/a")).build());
    IngestWorker first = world.worker("1");
    await().atMost(PATIENCE).until(() -> ingested().size() >= 5);
    first.close();

    idle(world.worker("1"));

    assertThat(ingested()).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void takesUpAndDropsSourcesWhileItRuns() {
    serve("/a", titles("a", 1));
    serve("/b", titles("b", 1));
    Source a = TestWorld.source("a", site.url("/a")).build();
    world.publish(a);
    IngestWorker worker = world.worker("1");
    idle(worker);

    world.publish(TestWorld.source("b", site.url("/b")).build());
    world.publish(Source.newBuilder(a).setPaused(true).build());

    await().atMost(PATIENCE).until(() -> ingested().contains("b 0"));
    await().atMost(PATIENCE).until(() -> worker.health().get(0).paused());
    long asked = site.count("/a");
    await().atMost(PATIENCE).until(() -> site.count("/b") >= 4);
    assertThat(site.count("/a")).isLessThanOrEqualTo(asked + 1);
  }

  @Tag("long")
  @Test
  void sharesSourcesAndSurvivesTheKillOfOne() throws IOException {
    Source[] sources =
        IntStream.range(0, 8)
            .mapToObj(i -> TestWorld.source("s" + i, site.url("/s" + i)).build())
            .toArray(Source[]::new);
    for (int i = 0; i < sources.length; i++) {
      serve("/s" + i, titles("s" + i, 4));
    }
    world.publish(sources);
    Process other = world.process("2");
    IngestWorker worker = world.worker("1");
    await()
        .atMost(PATIENCE)
        .until(() -> worker.idle() && !worker.health().isEmpty() && worker.health().size() < 8);
    for (int i = 0; i < sources.length; i++) {
      serve("/s" + i, titles("s" + i, 40));
    }
    await().atMost(PATIENCE).until(() -> ingested().size() > 60);

    other.destroyForcibly();

    await().atMost(PATIENCE).until(() -> worker.health().size() == 8);
    await().atMost(PATIENCE).until(() -> new TreeSet<>(ingested()).size() == 8 * 40);
    assertThat(ingested()).doesNotHaveDuplicates();
  }

  @Tag("long")
  @Test
  void losesAndDoublesNothingWhenKilledAgainAndAgain() throws Exception {
    serve("/a", titles("a", 100));
    serve("/b", titles("ب", 100));
    world.publish(
        TestWorld.source("a", site.url("/a")).setDelayMs(2).build(),
        TestWorld.source("b", site.url("/b")).setDelayMs(2).build());
    for (int kill = 1; kill <= 2; kill++) {
      int enough = kill * 40;
      Process process = world.process("1");
      await().atMost(PATIENCE).until(() -> ingested().size() >= enough);
      process.destroyForcibly().waitFor();
    }

    idle(world.worker("1"));

    assertThat(ingested()).hasSize(200).doesNotHaveDuplicates();
  }
}
