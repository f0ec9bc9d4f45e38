package newswire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import newswire.schemas.avro.Enclosure;
import newswire.schemas.avro.FeedEntry;
import org.junit.jupiter.api.Test;

class RichFeedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PODCAST =
      """
      <rss version="2.0" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"
           xmlns:m="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
          <title>نشرة &lt;b&gt;المساء&lt;/b&gt;</title>
          <description><p>أخبار اليوم</p></description>
          <copyright>© ٢٠٢٦</copyright><generator>maker</generator>
          <image><url>http://a.example/i.png</url><title>شعار</title></image>
          <i:category text="ニュース"><i:category text="天気"/></i:category>
          <item>
            <title>第一回</title>
            <comments>http://a.example/1#c</comments>
            <enclosure url="http://a.example/1.mp3" type="audio/mpeg" length="100"/>
            <m:group><m:content url="http://a.example/1.jpg" type="image/jpeg" fileSize="x"/></m:group>
            <i:keywords>台風, 地震,台風</i:keywords>
            <i:author>記者</i:author>
            <dc:date>2026-03-10T08:30:00Z</dc:date>
          </item>
          <item><dc:language>fa</dc:language></item>
        </channel>
      </rss>
      """;

  private static JsonNode dump(String body) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      FeedparserJson.write(body.getBytes(UTF_8), "http://a.example/", json);
    }
    return JSON.readTree(out.toString());
  }

  @Test
  void keepsEnclosuresCommentsAndKeywords() throws UnreadableFeed {
    List<FeedEntry> entries =
        FeedReader.read(PODCAST.getBytes(UTF_8), null, "http://a.example/").entries();

    assertThat(entries).hasSize(1);
    FeedEntry entry = entries.get(0);
    assertThat(entry.getComments()).isEqualTo("http://a.example/1#c");
    assertThat(entry.getEnclosures())
        .containsExactly(
            new Enclosure("http://a.example/1.mp3", "audio/mpeg", 100L),
            new Enclosure("http://a.example/1.jpg", "image/jpeg", 0L));
    assertThat(entry.getCategories()).containsExactly("台風", "地震");
    assertThat(entry.getAuthors()).containsExactly("記者");
    assertThat(entry.getPublished()).contains(Instant.parse("2026-03-10T08:30:00Z"));
  }

  @Test
  void saysAllThatAFeedSaysUnderFeedparsersNames() throws IOException {
    JsonNode feed = dump(PODCAST).path("feed");

    assertThat(feed.path("title").asText()).isEqualTo("نشرة <b>المساء</b>");
    assertThat(feed.path("subtitle").asText()).isEqualTo("<p>أخبار اليوم</p>");
    assertThat(feed.path("rights").asText()).isEqualTo("© ٢٠٢٦");
    assertThat(feed.path("generator").asText()).isEqualTo("maker");
    assertThat(feed.path("image").path("href").asText()).isEqualTo("http://a.example/i.png");
    assertThat(feed.path("image").path("title").asText()).isEqualTo("شعار");
    assertThat(feed.path("tags").findValuesAsText("term")).containsExactly("ニュース", "天気");
    JsonNode entry = dump(PODCAST).path("entries").path(0);
    assertThat(entry.path("updated_parsed").toString()).isEqualTo("[2026,3,10,8,30,0]");
    assertThat(dump(PODCAST).path("entries")).hasSize(2);
  }

  @Test
  void saysWhyItIsNoFeed() throws IOException {
    assertThat(dump("<html>").path("error").asText()).isEqualTo("it is an HTML page, not a feed");
  }

  @Test
  void undoesTextThatWasEncodedTwice() throws IOException {
    assertThat(Mojibake.repaired("Ã©tÃ©")).isEqualTo("été");
    assertThat(Mojibake.repaired("été à Noël")).isEqualTo("été à Noël");
    assertThat(Mojibake.repaired("خبر Ã")).isEqualTo("خبر Ã");
    assertThat(Mojibake.withoutControls("don\u0092t")).isEqualTo("don’t");
  }

  @Test
  void readsTheFormsInWhichAtomHasText() throws IOException {
    JsonNode entry =
        dump("""
                <feed xmlns="http://www.w3.org/2005/Atom"><entry xml:lang="en_US">
                  <title type="html"><div>العنوان &lt;b&gt;هنا&lt;/b&gt;</div></title>
                  <rights type="application/octet-stream">PGI+5pawPC9iPg==</rights>
                  <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; <i>2</i></div></summary>
                  <content type="text">a <b></content>
                  <link rel="enclosure" href="1.mp3"/><link>http://a.example/x</link>
                  <author><name>Å</name><email>a@a.example</email></author>
                </entry></feed>
                """)
            .path("entries")
            .path(0);

    assertThat(entry.path("title").asText()).isEqualTo("العنوان <b>هنا</b>");
    assertThat(entry.path("rights").asText()).isEqualTo("<b>新</b>");
    assertThat(entry.path("summary").asText()).isEqualTo("1 &lt; <i>2</i>");
    assertThat(entry.path("author").asText()).isEqualTo("Å (a@a.example)");
    assertThat(entry.path("link").asText()).isEqualTo("http://a.example/x");
    assertThat(entry.path("language").asText()).isEqualTo("en-US");
    assertThat(entry.path("enclosures").findValuesAsText("href"))
        .containsExactly("http://a.example/1.mp3");
  }

  @Test
  void dropsThePrefixOfXhtml() throws UnreadableFeed {
    String body =
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:h='http://www.w3.org/1999/xhtml'><entry>"
            + "<content type='xhtml'><h:div><h:p>ข่าว <h:b>新</h:b></h:p></h:div></content>";

    assertThat(FeedReader.read(body.getBytes(UTF_8), null, "").entries().get(0).getContent())
        .isEqualTo("<p>ข่าว <b>新</b></p>");
  }
}
