package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import newswire.ingest.fetch.Site;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a worker does besides bringing in what is new. */
@Tag("long")
class PoliteIngestIT extends SiteAndWorld {

  private void page(String path, String text) {
    site.serve(path, "text/html; charset=utf-8", "<html><p>" + text + "</p></html>");
  }

  /** A feed of pages, each with its address as title. */
  private void feed(String... paths) {
    StringBuilder items = new StringBuilder();
    for (String path : paths) {
      items.append("<item><title>x</title><link>" + site.url(path) + "</link></item>");
    }
    site.serve("/feed", "text/xml", "<rss><channel>" + items + "</channel></rss>");
  }

  private Source source() {
    return TestWorld.source("a", site.url("/feed")).build();
  }

  private SourceState state() {
    return Optional.ofNullable(world.states().get("a")).orElseThrow();
  }

  private String id(String path) {
    return ArticleId.ofUrl(CanonicalUrl.parse(site.url(path)).orElseThrow());
  }

  @Test
  void findsACorrectionThatTheFeedDoesNotTell() {
    feed("/a", "/b");
    page("/a", "خبر");
    page("/b", "新闻");
    world.publish(source());
    IngestWorker worker = world.worker("1", "PT2S,PT6S");
    await().atMost(PATIENCE).until(() -> worker.idle() && world.articles().size() == 2);

    page("/a", "خبر مصحح");

    await().atMost(PATIENCE).until(() -> state().getRechecks().isEmpty());
    List<RawArticle> articles = world.articles();
    assertThat(articles).hasSize(3);
    assertThat(UTF_8.decode(articles.get(2).getBody().duplicate()).toString()).contains("مصحح");
    assertThat(articles.get(2).getUrl()).isEqualTo(site.url("/a"));
    assertThat(site.count("/b 304")).isEqualTo(2);
    assertThat(state().getArticles()).isEqualTo(3);
  }

  @Test
  void withdrawsPagesThatAreGoneUnlessSomebodyHasDecidedOtherwise() {
    feed("/a", "/b", "/c");
    page("/a", "خبر<link rel=canonical href='/أخبار/1'>");
    page("/b", "新闻");
    page("/c", "stays");
    world.publish(source());
    IngestWorker worker = world.worker("1", "PT2S");
    await().atMost(PATIENCE).until(() -> worker.idle() && world.articles().size() == 3);
    world.withdraw(
        Withdrawal.newBuilder()
            .setArticleId(id("/b"))
            .setStatus(Status.CORRECTED)
            .setBy("editor")
            .setAt(Instant.EPOCH)
            .build());

    site.on("/a", exchange -> exchange.sendResponseHeaders(404, -1));
    site.on("/b", exchange -> exchange.sendResponseHeaders(410, -1));

    await().atMost(PATIENCE).until(() -> state().getRechecks().isEmpty());
    assertThat(world.records(world.topics().withdrawals()))
        .extracting(ConsumerRecord::key, r -> r.value().getStatus(), r -> r.value().getBy())
        .containsExactlyInAnyOrder(
            tuple(id("/b"), Status.CORRECTED, "editor"),
            tuple(id("/أخبار/1"), Status.WITHHELD, "a"));
    assertThat(world.articles()).hasSize(3);
  }

  @Test
  void asksForNoPageAgainWhereThatIsNotWanted() {
    feed("/a");
    page("/a", "خبر");
    world.publish(Source.newBuilder(source()).setRecheck(false).build());
    IngestWorker worker = world.worker("1", "PT0.2S");
    await().atMost(PATIENCE).until(() -> worker.idle() && site.count("/feed 304") > 5);

    assertThat(site.count("/a")).isEqualTo(1);
    assertThat(state().getRechecks()).isEmpty();
  }

  @Test
  void leavesASourceThatIsGoneUntilItIsResumed() {
    AtomicBoolean back = new AtomicBoolean();
    site.on(
        "/feed",
        exchange ->
            Site.send(exchange, back.get() ? 200 : 410, "text/xml", "<rss></rss>".getBytes(UTF_8)));
    world.publish(source());
    IngestWorker worker = world.worker("1");
    await().atMost(PATIENCE).until(() -> worker.idle() && site.count("/feed") == 1);
    assertThat(worker.health().get(0).lastError()).isEqualTo("gone for good (HTTP status 410)");
    assertThat(worker.health().get(0).nextPoll()).isEmpty();
    await().during(Duration.ofSeconds(1)).until(() -> site.count("/feed") == 1);

    world.writer().renew(List.of(source()));
    await().atMost(PATIENCE).until(() -> site.count("/feed") == 2);
    await().during(Duration.ofSeconds(1)).until(() -> site.count("/feed") == 2);
    back.set(true);
    world.writer().renew(List.of(source()));

    await().atMost(PATIENCE).until(() -> site.count("/feed") > 4);
    assertThat(state().getGone()).isFalse();
  }

  @Test
  void keepsTheEntryOfAPageThatRobotsMustNotRead() {
    site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed\nDisallow: /b\n");
    feed("/a", "/b");
    page("/a", "x");
    page("/b", "x");
    world.publish(source());
    IngestWorker worker = world.worker("1");
    await().atMost(PATIENCE).until(() -> worker.idle() && world.articles().size() == 2);

    assertThat(world.articles())
        .extracting(RawArticle::getFetchError)
        .containsExactlyInAnyOrder("", "robots.txt forbids it");
    assertThat(site.count("/b")).isZero();
    assertThat(site.count("/robots.txt")).isEqualTo(1);
  }

  @Test
  void forgetsASourceButNotWhatItHasBrought() {
    feed("/a");
    page("/a", "خبر");
    world.publish(source());
    IngestWorker worker = world.worker("1");
    await().atMost(PATIENCE).until(() -> worker.idle() && world.articles().size() == 1);

    world.writer().remove(List.of("a"));
    await().atMost(PATIENCE).until(() -> worker.health().isEmpty());
    assertThat(world.writer().read()).isEmpty();
    long asked = site.count("/feed");
    world.publish(source());

    await().atMost(PATIENCE).until(() -> site.count("/feed") > asked + 1);
    assertThat(world.articles()).hasSize(1);
  }
}
