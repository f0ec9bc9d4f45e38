package newswire.ingest.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import newswire.ingest.feed.TextValue.Form;
import newswire.schemas.avro.Enclosure;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String baseUrl;

  private JsonFeed(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  static ParsedFeed read(String text, String baseUrl) throws UnreadableFeed {
    JsonNode root = parse(text);
    if (!root.path("items").isArray()) {
      throw new UnreadableFeed("it is JSON, but no JSON Feed: it has no items");
    }
    return new JsonFeed(baseUrl).read(root);
  }

  private static JsonNode parse(String text) throws UnreadableFeed {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new UnreadableFeed("it is not valid JSON" + place, e);
    }
  }

  private ParsedFeed read(JsonNode root) {
    Draft about = about(root);
    List<Draft> entries = new ArrayList<>();
    for (JsonNode item : root.path("items")) {
      if (entries.size() == Feed.MOST_ENTRIES) {
        break;
      }
      entries.add(entry(item, about.language));
    }
    return new ParsedFeed(about, entries);
  }

  private Draft about(JsonNode root) {
    Draft about = new Draft();
    about.language = text(root, "language");
    about.title = value(text(root, "title"), Form.TEXT, about.language);
    about.subtitle = value(text(root, "description"), Form.TEXT, about.language);
    link(about, text(root, "home_page_url"));
    about.image = image(text(root, "icon"));
    about.announced = announced(root);
    people(about, root);
    return about;
  }

  private Announcement announced(JsonNode root) {
    List<String> hubs = new ArrayList<>();
    for (JsonNode hub : root.path("hubs")) {
      if (text(hub, "type").equalsIgnoreCase("websub")) {
        hubs.add(Links.absolute(text(hub, "url"), baseUrl));
      }
    }
    return Announcement.of(hubs, List.of(Links.absolute(text(root, "feed_url"), baseUrl)));
  }

  private Draft entry(JsonNode item, String language) {
    Draft draft = new Draft();
    String own = text(item, "language");
    draft.language = own.isEmpty() ? language : own;
    draft.guid = text(item, "id");
    String url = text(item, "url").isEmpty() ? text(item, "external_url") : text(item, "url");
    link(draft, url.isEmpty() && Links.isHttp(draft.guid) ? draft.guid : url);
    draft.title = value(text(item, "title"), Form.TEXT, draft.language);
    draft.summary = value(text(item, "summary"), Form.TEXT, draft.language);
    draft.content(value(text(item, "content_html"), Form.HTML, draft.language));
    draft.content(value(text(item, "content_text"), Form.TEXT, draft.language));
    draft.published = text(item, "date_published");
    draft.updated = text(item, "date_modified");
    draft.image = image(text(item, "image"));
    people(draft, item);
    item.path("tags").forEach(tag -> draft.tag(new Tag(tag.asText(""), "", "")));
    item.path("attachments").forEach(attachment -> draft.enclosure(enclosure(attachment)));
    return draft;
  }

  private void link(Draft draft, String given) {
    draft.link = Links.absolute(given, baseUrl);
    draft.linkGiven = Links.isHttp(given) ? given : draft.link;
  }

  private Image image(String given) {
    String address = Links.absolute(given, baseUrl);
    return address.isEmpty() ? Image.NONE : new Image(address, "", "", "");
  }

  private Enclosure enclosure(JsonNode attachment) {
    return Enclosure.newBuilder()
        .setUrl(Links.absolute(text(attachment, "url"), baseUrl))
        .setType(Bounded.text(text(attachment, "mime_type"), 100))
        .setLength(Links.bytes(text(attachment, "size_in_bytes")))
        .build();
  }

  private static void people(Draft draft, JsonNode object) {
    draft.author(new Person(text(object.path("author"), "name"), ""));
    object.path("authors").forEach(author -> draft.author(new Person(text(author, "name"), "")));
  }

  private static TextValue value(String text, Form form, String language) {
    return new TextValue(Bounded.text(text, Draft.LONGEST_CONTENT), form, language);
  }

  // Ids that are numbers are against the specification, and common.
  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText("").strip() : "";
  }
}
