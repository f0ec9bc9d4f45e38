package newswire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  static {
    TrustedRecords.register();
  }

  private static final String BASE = "https://news.example/feeds/all.xml";

  private static Feed read(String body) throws UnreadableFeed {
    return FeedReader.read(body.getBytes(UTF_8), null, BASE);
  }

  private static FeedEntry only(String body) throws UnreadableFeed {
    Feed feed = read(body);
    assertThat(feed.entries()).hasSize(1);
    return feed.entries().get(0);
  }

  private static FeedEntry item(String fields) throws UnreadableFeed {
    return only(
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
            + "<title>c</title><item>"
            + fields
            + "</item></channel></rss>");
  }

  private static FeedEntry entry(String fields) throws UnreadableFeed {
    return only("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + fields + "</entry></feed>");
  }

  @Test
  void readsRss2() throws UnreadableFeed {
    Feed feed =
        read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel>
                <title>أخبار النيل</title><link>https://nile.example/</link><language>ar</language>
                <item>
                  <title>افتتاح السد</title>
                  <link>/2026/sadd?id=1</link>
                  <guid isPermaLink="false">sadd-1</guid>
                  <description>&lt;p&gt;خلاصة&lt;/p&gt;</description>
                  <content:encoded><![CDATA[<p>النص <b>كاملا</b></p>]]></content:encoded>
                  <dc:creator>ليلى حسن</dc:creator>
                  <category>سياسة</category><category>مياه</category>
                  <pubDate>Tue, 10 Mar 2026 08:30:00 +0200</pubDate>
                </item>
              </channel>
            </rss>
            """);

    assertThat(feed.title()).isEqualTo("أخبار النيل");
    assertThat(feed.link()).isEqualTo("https://nile.example/");
    assertThat(feed.language()).isEqualTo("ar");
    assertThat(feed.entries())
        .containsExactly(
            FeedEntry.newBuilder()
                .setGuid("sadd-1")
                .setLink("https://news.example/2026/sadd?id=1")
                .setTitle("افتتاح السد")
                .setSummary("<p>خلاصة</p>")
                .setContent("<p>النص <b>كاملا</b></p>")
                .setAuthors(List.of("ليلى حسن"))
                .setCategories(List.of("سياسة", "مياه"))
                .setPublishedText("Tue, 10 Mar 2026 08:30:00 +0200")
                .setPublished(Instant.parse("2026-03-10T06:30:00Z"))
                .setPublishedPrecision(Precision.INSTANT)
                .setLanguage("ar")
                .build());
  }

  @Test
  void readsAtom() throws UnreadableFeed {
    Feed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans" xml:base="https://a.example/x/">
              <title type="html">太平洋 &amp;amp; 潮</title>
              <link rel="self" href="/feed"/><link href="/"/>
              <entry xml:lang="zh-Hant">
                <id>tag:a.example,2026:1</id>
                <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">新 <b>桥</b></div></title>
                <link rel="enclosure" href="a.mp3"/>
                <link rel="alternate" type="text/html" href="bridge.html"/>
                <summary type="text">1 &lt; 2</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>正文</p></div></content>
                <author><name>王芳</name><email>w@a.example</email></author>
                <category term="city" label="城市"/>
                <published>2026-03-10</published><updated>2026-03-11T00:00:00Z</updated>
              </entry>
            </feed>
            """);
    FeedEntry entry = feed.entries().get(0);

    assertThat(feed.title()).isEqualTo("太平洋 & 潮");
    assertThat(feed.link()).isEqualTo("https://a.example/");
    assertThat(entry.getGuid()).isEqualTo("tag:a.example,2026:1");
    assertThat(entry.getTitle()).isEqualTo("新 桥");
    assertThat(entry.getLink()).isEqualTo("https://a.example/x/bridge.html");
    assertThat(entry.getSummary()).isEqualTo("1 < 2");
    assertThat(entry.getContent()).isEqualTo("<p>正文</p>");
    assertThat(entry.getAuthors()).containsExactly("王芳");
    assertThat(entry.getCategories()).containsExactly("城市");
    assertThat(entry.getPublishedPrecision()).isEqualTo(Precision.DAY);
    assertThat(entry.getUpdated()).contains(Instant.parse("2026-03-11T00:00:00Z"));
    assertThat(entry.getLanguage()).isEqualTo("zh-Hant");
  }

  @Test
  void readsAtom03() throws UnreadableFeed {
    FeedEntry entry =
        only(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>"
                + "<title mode='escaped' type='text/html'>Un &lt;b&gt;titre&lt;/b&gt;</title>"
                + "<link rel='alternate' type='text/html' href='http://a.example/1'/>"
                + "<issued>2003-12-13T08:29:29-04:00</issued>"
                + "<content type='text/html' mode='base64'>PGI+b3VpPC9iPg==</content>"
                + "</entry></feed>");

    assertThat(entry.getTitle()).isEqualTo("Un titre");
    assertThat(entry.getContent()).isEqualTo("<b>oui</b>");
    assertThat(entry.getPublished()).contains(Instant.parse("2003-12-13T12:29:29Z"));
    assertThat(entry.getGuid()).isEqualTo("http://a.example/1");
  }

  @Test
  void readsRdf() throws UnreadableFeed {
    Feed feed =
        read(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                + "<channel rdf:about='x'><title>ニュース</title><dc:language>ja</dc:language>"
                + "</channel><item rdf:about='http://a.example/1'><title>津波</title>"
                + "<dc:date>2026-03-10T08:30+09:00</dc:date></item></rdf:RDF>");

    assertThat(feed.title()).isEqualTo("ニュース");
    FeedEntry entry = feed.entries().get(0);
    assertThat(entry.getLink()).isEqualTo("http://a.example/1");
    assertThat(entry.getGuid()).isEqualTo("http://a.example/1");
    assertThat(entry.getLanguage()).isEqualTo("ja");
    assertThat(entry.getPublished()).contains(Instant.parse("2026-03-09T23:30:00Z"));
  }

  @Test
  void readsJsonFeed() throws UnreadableFeed {
    FeedEntry entry =
        only(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "قافلة", "language": "fa",
             "items": [{"id": 7, "url": "/7", "title": "1 < 2", "content_html": "<p>متن</p>",
               "date_published": "2026-03-10T08:30:00Z", "authors": [{"name": "سارا"}],
               "tags": ["آب", 3]}]}
            """);

    assertThat(entry.getGuid()).isEqualTo("7");
    assertThat(entry.getLink()).isEqualTo("https://news.example/7");
    assertThat(entry.getTitle()).isEqualTo("1 < 2");
    assertThat(entry.getContent()).isEqualTo("<p>متن</p>");
    assertThat(entry.getAuthors()).containsExactly("سارا");
    assertThat(entry.getCategories()).containsExactly("آب", "3");
    assertThat(entry.getLanguage()).isEqualTo("fa");
  }

  @Test
  void neverInventsADate() throws UnreadableFeed {
    FeedEntry entry = item("<title>x</title><pubDate>قبل ساعة</pubDate>");

    assertThat(entry.getPublishedText()).isEqualTo("قبل ساعة");
    assertThat(entry.getPublished()).isEmpty();
    assertThat(entry.getPublishedPrecision()).isEqualTo(Precision.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>A & B</title><link>http://a.example/?a=1&b=2</link>",
        "<title>A &amp; B<link>http://a.example/?a=1&b=2</link>",
        "<TITLE>A &#38; B</TITLE><Link>http://a.example/?a=1&amp;b=2</Link>",
        "<title><![CDATA[A & B]]></title><atom:link href='http://a.example/?a=1&b=2'/>",
        "<title>&lt;b&gt;A&lt;/b&gt; &amp;amp; B</title><guid>http://a.example/?a=1&amp;b=2</guid>",
      })
  void readsAnItemHoweverSloppy(String fields) throws UnreadableFeed {
    FeedEntry entry = item(fields);

    assertThat(entry.getTitle()).isEqualTo("A & B");
    assertThat(entry.getLink()).isEqualTo("http://a.example/?a=1&b=2");
  }

  @Test
  void readsAFeedAsFarAsItGoes() throws UnreadableFeed {
    Feed feed =
        read(
            "<rss><channel><title>x</title><item><title>أول</title></item>"
                + "<item><title>二</title><description>&lt;p&gt;cut o");

    assertThat(feed.entries()).extracting(FeedEntry::getTitle).containsExactly("أول", "二");
  }

  @Test
  void leavesUndefinedEntitiesAsTheyStand() throws UnreadableFeed {
    assertThat(item("<title>caf&eacute; &nosuch; \u00a0x</title>").getTitle())
        .isEqualTo("café &nosuch; x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jane Doe",
        "jane@a.example (Jane Doe)",
        "Jane Doe <jane@a.example>",
        "Jane Doe (jane@a.example)"
      })
  void findsTheNameInAnAuthor(String author) throws UnreadableFeed {
    String escaped = author.replace("<", "&lt;").replace(">", "&gt;");

    assertThat(item("<title>x</title><author>" + escaped + "</author>").getAuthors())
        .containsExactly("Jane Doe");
  }

  @Test
  void takesTextOfAtomAtItsWord() throws UnreadableFeed {
    assertThat(entry("<title type='text'>Is &lt;br&gt; dead?</title>").getTitle())
        .isEqualTo("Is <br> dead?");
  }

  @Test
  void readsAtMostTwoThousandEntries() throws UnreadableFeed {
    String body = "<rss><channel>" + "<item><title>x</title></item>".repeat(3_000);

    assertThat(read(body).entries()).hasSize(Feed.MOST_ENTRIES);
  }
}
