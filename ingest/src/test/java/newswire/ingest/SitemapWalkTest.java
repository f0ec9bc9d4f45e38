package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.schemas.avro.FeedEntry;
import org.junit.jupiter.api.Test;

class SitemapWalkTest {

  private static final String INDEX =
      "<sitemapindex><sitemap><loc>http://a.example/1</loc></sitemap>"
          + "<sitemap><loc>http://a.example/2</loc></sitemap></sitemapindex>";
  private static final String ONE = "<urlset><url><loc>http://a.example/خبر</loc></url></urlset>";
  private static final String TWO = "<urlset><url><loc>http://a.example/新闻</loc></url></urlset>";

  private final List<String> asked = new ArrayList<>();

  private static Fetched page(String url, String body) {
    return new Fetched(url, 200, "text/xml", body.getBytes(UTF_8), "etag", "");
  }

  private FeedAnswer walk(FetchResult first, Map<String, String> site) {
    List<FeedAnswer> answers = new ArrayList<>();
    SitemapWalk.from(
        first,
        (url, then) -> {
          asked.add(url);
          String body = site.get(url);
          then.accept(body == null ? Failed.status(url, 404, null) : page(url, body));
        },
        answers::add);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  @Test
  void followsAnIndexAndKeepsNoValidators() {
    FeedAnswer answer =
        walk(
            page("http://a.example/i", INDEX),
            Map.of("http://a.example/1", ONE, "http://a.example/2", TWO));

    FeedAnswer.Read read = (FeedAnswer.Read) answer;
    assertThat(read.feed().entries()).extracting(FeedEntry::getLink).hasSize(2);
    assertThat(read.body().etag()).isEmpty();
    assertThat(asked).containsExactly("http://a.example/1", "http://a.example/2");
  }

  @Test
  void readsWhatCanBeHad() {
    FeedAnswer answer = walk(page("http://a.example/i", INDEX), Map.of("http://a.example/2", TWO));

    assertThat(((FeedAnswer.Read) answer).feed().entries()).hasSize(1);
    assertThat(walk(page("http://a.example/i", INDEX), Map.of()))
        .isInstanceOf(FeedAnswer.Missing.class);
  }

  @Test
  void asksForNothingMoreThanASitemapThatIsNoIndex() {
    FeedAnswer answer = walk(page("http://a.example/1", ONE), Map.of());

    assertThat(((FeedAnswer.Read) answer).body().etag()).isEqualTo("etag");
    assertThat(asked).isEmpty();
    assertThat(walk(new NotModified("http://a.example/1"), Map.of()))
        .isInstanceOf(FeedAnswer.Unchanged.class);
    assertThat(walk(page("http://a.example/1", "<p>"), Map.of()))
        .isInstanceOf(FeedAnswer.Unreadable.class);
  }

  @Test
  void endsWhereIndexesNameEachOther() {
    String self = "<sitemapindex><sitemap><loc>http://a.example/i</loc></sitemap></sitemapindex>";

    assertThat(walk(page("http://a.example/i", self), Map.of("http://a.example/i", self)))
        .isInstanceOf(FeedAnswer.Read.class);
    assertThat(asked).hasSizeLessThan(10);
  }
}
