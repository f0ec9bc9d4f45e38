package newswire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoWorldTest {

  private static final Instant EPOCH = Instant.parse("2026-03-05T12:00:00Z");

  private DemoWorld world;

  @BeforeEach
  void start() throws IOException {
    world = DemoWorld.start(0, EPOCH);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void servesEveryFeedAndEveryArticleOfTwelveOutlets() throws IOException {
    assertThat(world.feeds()).hasSize(12).extracting(DemoWorld.Feed::id).doesNotHaveDuplicates();
    for (DemoWorld.Feed feed : world.feeds()) {
      assertThat(Reply.get(feed.url()).status()).as(feed.id()).isEqualTo(200);
    }
    assertThat(world.articles()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    for (URI article : world.articles()) {
      Reply reply = Reply.get(article);
      assertThat(reply.status()).as(article.toString()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).startsWith("text/html");
    }
    assertThat(world.articles()).contains(world.withdrawn(), world.correctedArticle());
  }

  @Test
  void answersNotModifiedToAClientThatKnowsTheFeed() throws IOException {
    for (DemoWorld.Feed feed : world.feeds()) {
      if (!feed.url().getHost().equals(world.correctedArticle().getHost())) {
        String etag = Reply.get(feed.url()).header("ETag");

        Reply again = Reply.get(feed.url(), "\"other\", " + etag);

        assertThat(etag).matches("\"[0-9a-f]{32}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(again.latin1()).isEmpty();
      }
    }
  }

  @Test
  void correctsAnArticleForTheClientThatComesBack() throws IOException {
    URI feed = correctedFeed();
    Reply first = Reply.get(feed);
    assertThat(first.text()).contains("12,000").doesNotContain("21,000");
    assertThat(Reply.get(world.correctedArticle()).text()).contains("12,000 people have left");

    Reply second = Reply.get(feed, first.header("ETag"));
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text()).contains("drive 21,000").contains("2026-03-05T12:58:00+01:00");
    assertThat(world.correctionServed()).isFalse();

    assertThat(Reply.get(world.correctedArticle()).text()).contains("21,000 people have left");
    assertThat(world.correctionServed()).isTrue();
    assertThat(Reply.get(feed, second.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void showsTheFirstEditionToWhoeverComesWithoutAnEntityTag() throws IOException {
    URI feed = correctedFeed();
    String first = Reply.get(feed).header("ETag");
    Reply.get(feed, first);

    assertThat(Reply.get(feed).header("ETag")).isEqualTo(first);
    assertThat(Reply.get(feed, "\"of another world\"").header("ETag")).isEqualTo(first);
  }

  @Test
  void keepsTheCorrectionForAClientThatKnewItBeforeARestart() throws IOException {
    URI feed = correctedFeed();
    String second = Reply.get(feed, Reply.get(feed).header("ETag")).header("ETag");
    int port = world.port();
    world.close();
    world = DemoWorld.start(port, EPOCH);

    assertThat(Reply.get(feed, second).status()).isEqualTo(304);
    assertThat(Reply.get(world.correctedArticle()).text()).contains("21,000 people have left");
    assertThat(world.correctionServed()).isFalse();
  }

  @Test
  void headSendsTheLengthButCorrectsNothing() throws IOException {
    URI feed = correctedFeed();
    Reply first = Reply.get(feed);

    Reply head = Reply.send("HEAD", feed, "If-None-Match: " + first.header("ETag") + "\r\n");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.latin1()).isEmpty();
    assertThat(Integer.parseInt(head.header("Content-Length"))).isGreaterThan(1000);
    assertThat(Reply.get(world.correctedArticle()).text()).contains("12,000 people have left");
  }

  @Test
  void givesTheSameBytesForTheSamePortAndEpoch() throws IOException {
    Set<String> before = everything();
    int port = world.port();
    world.close();
    world = DemoWorld.start(port, EPOCH);

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void servesTheWindows1256FeedAsBytesInThatCharset() throws IOException {
    Reply feed = Reply.get(feed("gulf-anchor"));
    URI page = world.articles().stream().filter(u -> isReprint(u, "gulf-anchor")).findFirst().get();

    assertThat(feed.header("Content-Type")).isEqualTo("application/rss+xml");
    assertThat(feed.text(StandardCharsets.US_ASCII)).contains("encoding=\"windows-1256\"");
    assertThat(feed.text(Charset.forName("windows-1256"))).contains("<title>مرساة الخليج</title>");
    assertThat(Reply.get(page).header("Content-Type")).isEqualTo("text/html");
    assertThat(Reply.get(page).text(Charset.forName("windows-1256")))
        .contains(
            "<meta charset=\"windows-1256\"/>", "dir=\"rtl\"", "إلى قيرغيزستان", "شمال قرغيزستان");
  }

  @Test
  void pointsOneReprintAtTheAgencyAsItsCanonicalPage() throws IOException {
    URI agency =
        world.articles().stream().filter(u -> isReprint(u, "meridian-wire")).findFirst().get();
    URI reprint =
        world.articles().stream()
            .filter(u -> u.getPath().contains("bishkek-ulaanbaatar"))
            .findFirst()
            .get();

    assertThat(Reply.get(reprint).text())
        .contains("<link rel=\"canonical\" href=\"" + agency + "\"/>");
  }

  @Test
  void refusesUnknownHostsPathsAndMethods() throws IOException {
    URI known = world.feeds().get(0).url();
    String port = ":" + world.port();

    assertThat(Reply.get(URI.create("http://nobody.localhost" + port + "/feed.xml")).status())
        .isEqualTo(404);
    assertThat(Reply.get(known.resolve("/nothing")).status()).isEqualTo(404);
    assertThat(Reply.send("POST", known, "Content-Length: 0\r\n").status()).isEqualTo(405);
    assertThat(Reply.get(known.resolve("/robots.txt")).text())
        .isEqualTo("User-agent: *\nAllow: /\n");
  }

  private Set<String> everything() throws IOException {
    Set<String> replies = new HashSet<>();
    for (DemoWorld.Feed feed : world.feeds()) {
      replies.add(Reply.get(feed.url()).latin1());
    }
    for (URI article : world.articles()) {
      replies.add(Reply.get(article).latin1());
    }
    return replies;
  }

  private URI correctedFeed() {
    return feed("harbour-herald");
  }

  private URI feed(String id) {
    return world.feeds().stream().filter(f -> f.id().equals(id)).findFirst().get().url();
  }

  private static boolean isReprint(URI url, String outlet) {
    return url.getHost().startsWith(outlet) && url.getPath().contains("kyrgyzstan-state-visit");
  }
}
