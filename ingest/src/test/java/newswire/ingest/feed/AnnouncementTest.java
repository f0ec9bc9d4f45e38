package newswire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {

  private static final String BASE = "https://news.example/feeds/all";
  private static final Announcement FOUND =
      new Announcement("https://hub.example/", "https://news.example/feeds/self");

  private static Announcement of(String feed) throws UnreadableFeed {
    return FeedReader.read(feed.getBytes(UTF_8), null, BASE).announced();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>أخبار</title>"
            + "<link rel='hub' href='https://hub.example/'/><link rel='self' href='self'/>"
            + "<link href='/'/><entry><link rel='hub' href='https://other.example/'/></entry></feed>",
        "<rss xmlns:a10='http://www.w3.org/2005/Atom'><channel><title>新闻</title>"
            + "<link>https://news.example/</link><a10:link rel='HUB' href='https://hub.example/'/>"
            + "<a10:link rel='hub' href='https://second.example/'/>"
            + "<a10:link rel='self alternate' href='https://news.example/feeds/self'/>"
            + "<item><title>x</title></item></channel></rss>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Новости\",\"items\":[],"
            + "\"feed_url\":\"self\",\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://x.example\"},"
            + "{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]}"
      })
  void isFoundInEveryKindOfFeed(String feed) throws UnreadableFeed {
    assertThat(of(feed)).isEqualTo(FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss><channel><link>https://news.example/</link></channel></rss>",
        "<feed><link rel='hub' href='ftp://hub.example/'/><link rel='hub'/></feed>",
        "<rss><channel><item><link rel='hub' href='https://hub.example/'/></item></channel></rss>",
        "{\"items\":[],\"hubs\":{\"type\":7},\"feed_url\":{}}"
      })
  void isNotInventedWhereThereIsNone(String feed) throws UnreadableFeed {
    assertThat(of(feed).hub()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://hub.example/>; rel=\"hub\", <self>; rel=\"self\"",
        "<https://hub.example/>;rel=hub,</feeds/self>;title=\"a, b; rel=hub\";REL=self",
        "</style.css>; rel=preload; as=style, <https://hub.example/>; rel='hub'; rel=hub,"
            + " <https://hub.example/>; rel=\"first hub\", <self>; rel=\"alternate self\""
      })
  void isFoundInTheHeader(String header) {
    assertThat(LinkHeader.announced(header, BASE)).isEqualTo(FOUND);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isReadOnceWhateverTheHeader() {
    for (String piece : new String[] {"<", "<a>; ", "<a>;x=\"", "<a>;a=b;", "; =", "<>,"}) {
      assertThat(LinkHeader.announced(piece.repeat(2_000), BASE)).isEqualTo(Announcement.NONE);
    }
  }

  @Test
  void theHeaderCountsMoreThanTheDocument() {
    assertThat(new Announcement("https://a.example/", "").or(FOUND))
        .isEqualTo(new Announcement("https://a.example/", FOUND.topic()));
  }
}
