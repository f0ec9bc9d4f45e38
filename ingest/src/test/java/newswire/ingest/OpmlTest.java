package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import newswire.schemas.avro.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpmlTest {

  private static List<Source> read(String body) throws UnreadableOpml {
    return Opml.read(body.getBytes(UTF_8));
  }

  @Test
  void findsFeedsInGroupsWithinGroups() throws UnreadableOpml {
    List<Source> sources =
        read(
            """
            <?xml version="1.0"?><OPML version="1.0"><body>
              <outline text="العربية"><outline text="قناة" xmlUrl="https://a.example/rss?x=1&y=2"/>
                <outline text="g"><outline title="新闻" xmlURL="https://b.example/feed.xml"/></outline>
              </outline>
              <outline text="again" xmlUrl="https://b.example/feed.xml"/>
            """);

    assertThat(sources).extracting(Source::getName).containsExactly("قناة", "新闻");
    assertThat(sources)
        .extracting(Source::getUrl)
        .containsExactly("https://a.example/rss?x=1&y=2", "https://b.example/feed.xml");
    assertThat(sources.get(1).getId()).isEqualTo("b-example-feed-xml");
    assertThat(sources).extracting(Source::getId).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<rss/> | it has no opml element",
        "<opml><body><outline text='x'/></body></opml> | it names no feed (no outline has an xmlUrl)",
        "<opml>\\n<outline xmlUrl='nowhere'/></opml> | line 2: nowhere is not an HTTP address",
      })
  void saysWhatIsWrong(String body, String reason) {
    assertThatThrownBy(() -> read(body.replace("\\n", "\n")))
        .isInstanceOf(UnreadableOpml.class)
        .hasMessage(reason);
  }

  @Test
  void refusesDeepNesting() {
    assertThatThrownBy(() -> read("<opml>" + "<outline>".repeat(100_000)))
        .isInstanceOf(UnreadableOpml.class);
  }

  @Test
  void shipsAnExample() {
    List<Source> sources = Opml.example();

    assertThat(sources).hasSizeGreaterThanOrEqualTo(12);
    assertThat(sources).extracting(Source::getLanguage).contains("ar", "en", "ja", "zh");
    assertThat(sources).extracting(Source::getId).doesNotHaveDuplicates();
  }

  @Test
  void readsWhatItWrites() throws UnreadableOpml {
    List<Source> sources =
        read(
            """
            <opml><outline text='قناة &amp; "أخبار" &lt;b>' language='ar' xmlUrl='https://a.example/?x=1&amp;y=خبر'/>
            <outline text='新闻' xmlUrl='https://b.example/'/></opml>
            """);

    String written = Opml.write(sources);

    assertThat(read(written)).isEqualTo(sources);
    assertThat(written).startsWith("<?xml").contains("xmlUrl=\"https://b.example/\"");
  }
}
