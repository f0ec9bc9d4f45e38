package newswire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newswire.ingest.feed.FeedLinks.FeedLink;
import org.junit.jupiter.api.Test;

class FeedLinksTest {

  private static List<FeedLink> of(String page) {
    return FeedLinks.of(page.getBytes(UTF_8), null, "https://news.example/a/b.html");
  }

  @Test
  void findsWhatAPageAnnounces() {
    assertThat(
            of(
                """
                <html><head>
                <link rel="alternate" type="application/rss+xml" title="أخبار &amp; رياضة" href="/rss">
                <LINK REL="Alternate home" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">
                <link rel=feed href="https://other.example/ニュース">
                <link rel="alternate" type="application/rss+xml" href="/rss">
                <link rel="alternate" hreflang="ar" href="/ar">
                <link rel="stylesheet" type="text/css" href="/x.css">
                <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
                """))
        .containsExactly(
            new FeedLink("https://news.example/rss", "أخبار & رياضة", "application/rss+xml"),
            new FeedLink("https://news.example/a/atom.xml", "", "application/atom+xml"),
            new FeedLink("https://other.example/%E3%83%8B%E3%83%A5%E3%83%BC%E3%82%B9", "", ""));
  }

  @Test
  void resolvesAgainstTheBaseOfThePage() {
    assertThat(
            of(
                "<base href='https://cdn.example/x/'>"
                    + "<link rel='alternate' type='application/feed+json' href='feed.json'>"))
        .extracting(FeedLink::url)
        .containsExactly("https://cdn.example/x/feed.json");
  }

  @Test
  void findsNothingInWhatIsNoPage() {
    assertThat(of("")).isEmpty();
    assertThat(of("<a>".repeat(100_000))).isEmpty();
    assertThat(FeedLinks.of(new byte[] {0, -1, -2, '<'}, "text/html; charset=x", "")).isEmpty();
  }
}
