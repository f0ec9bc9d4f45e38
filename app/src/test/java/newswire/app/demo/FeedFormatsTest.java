package newswire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class FeedFormatsTest {

  private final Site site =
      new Site(Content.load(), "localhost", 8099, Instant.parse("2026-03-05T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "meridian-wire, 6",
    "nile-gazette, 7",
    "gulf-anchor, 7",
    "steppe-observer, 6",
    "bogaz-postasi, 5",
    "pacific-tide, 6",
  })
  void rssIsWellFormedAndDatedInTheStyleOfRfc822(String outlet, int items) throws Exception {
    NodeList found = xml(channel(outlet)).getElementsByTagName("item");

    assertThat(found.getLength()).isEqualTo(items);
    for (int i = 0; i < items; i++) {
      String date = child(found, i, "pubDate");
      OffsetDateTime time = OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
      assertThat(time.toInstant()).isBefore(Instant.parse("2026-03-05T12:00:00Z"));
      assertThat(child(found, i, "guid")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"harbour-herald, 5", "trois-lacs, 6", "caravan, 5"})
  void atomIsWellFormedAndDatedInTheStyleOfRfc3339(String outlet, int entries) throws Exception {
    NodeList found = xml(channel(outlet)).getElementsByTagName("entry");

    assertThat(found.getLength()).isEqualTo(entries);
    for (int i = 0; i < entries; i++) {
      assertThat(OffsetDateTime.parse(child(found, i, "updated"))).isNotNull();
      assertThat(child(found, i, "id")).startsWith("tag:" + outlet + ".localhost,2026:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lakeside-courier", "ganga-darpan"})
  void jsonFeedGivesEveryItemAnIdAnAddressAndContent(String outlet) throws Exception {
    JsonNode feed = new ObjectMapper().readTree(channel(outlet).render().bytes());

    assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    for (JsonNode item : feed.get("items")) {
      assertThat(item.get("id").asText()).startsWith(outlet);
      assertThat(item.get("url").asText()).startsWith("http://" + outlet + ".localhost:8099/");
      assertThat(item.path("content_text").asText() + item.path("content_html").asText())
          .isNotBlank();
      assertThat(OffsetDateTime.parse(item.get("date_published").asText())).isNotNull();
    }
  }

  @Test
  void oneFeedIsTornButNamesAllItsItems() {
    Document feed = channel("meseta").render();
    String text = new String(feed.bytes(), StandardCharsets.UTF_8);

    assertThatThrownBy(() -> xml(channel("meseta"))).isInstanceOf(SAXParseException.class);
    assertThat(text)
        .contains("Pérez & Hijos", "<br>", "&nbsp;")
        .doesNotContain("</channel>", "</rss>");
    assertThat(text.split("</item>", -1)).hasSize(6);
  }

  private Channel channel(String outlet) {
    return site.channels().stream()
        .filter(channel -> channel.outlet().id().equals(outlet))
        .findFirst()
        .orElseThrow();
  }

  private static String child(NodeList parents, int index, String name) {
    Element parent = (Element) parents.item(index);
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  private static org.w3c.dom.Document xml(Channel channel) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(new Strict());
    return builder.parse(new ByteArrayInputStream(channel.render().bytes()));
  }

  /** The parser's default handler prints to the console. */
  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
