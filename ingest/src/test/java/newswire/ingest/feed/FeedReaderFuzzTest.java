package newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import newswire.ingest.sitemap.SitemapReader;
import newswire.ingest.sitemap.UnreadableSitemap;

/** Fuzzes with JAZZER_FUZZ=1; otherwise tries the inputs in the tree. */
class FeedReaderFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreAFeedOrAReason(byte[] body) {
    try {
      assertThat(FeedReader.read(body, null, "https://a.example/").entries())
          .hasSizeLessThanOrEqualTo(Feed.MOST_ENTRIES);
    } catch (UnreadableFeed e) {
      assertThat(e.getMessage()).isNotEmpty().doesNotStartWith("the parser failed");
    }
  }

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreASitemapOrAReason(byte[] body) {
    try {
      assertThat(SitemapReader.read(body, null, "https://a.example/").entries()).isNotNull();
    } catch (UnreadableSitemap e) {
      assertThat(e.getMessage()).isNotEmpty().doesNotStartWith("the parser failed");
    }
  }
}
