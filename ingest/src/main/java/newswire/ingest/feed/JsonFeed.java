package newswire.ingest.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import newswire.schemas.avro.FeedEntry;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String baseUrl;

  private JsonFeed(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  static Feed read(String text, String baseUrl) throws UnreadableFeed {
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

  private Feed read(JsonNode root) {
    String language = text(root, "language");
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : root.path("items")) {
      if (entries.size() == Feed.MOST_ENTRIES) {
        break;
      }
      EntryDraft draft = draft(item, language);
      if (!draft.isEmpty()) {
        entries.add(draft.entry());
      }
    }
    String link = Links.absolute(text(root, "home_page_url"), baseUrl);
    return new Feed(Markup.plain(text(root, "title"), false), link, language, entries);
  }

  private EntryDraft draft(JsonNode item, String language) {
    EntryDraft draft = new EntryDraft();
    draft.guid = text(item, "id");
    String url = text(item, "url").isEmpty() ? text(item, "external_url") : text(item, "url");
    draft.link =
        Links.absolute(url.isEmpty() && Links.isHttp(draft.guid) ? draft.guid : url, baseUrl);
    draft.title = Markup.plain(text(item, "title"), false);
    draft.summary = text(item, "summary");
    String html = text(item, "content_html");
    draft.content = html.isEmpty() ? text(item, "content_text") : html;
    draft.published = text(item, "date_published");
    draft.updated = text(item, "date_modified");
    String own = text(item, "language");
    draft.language = own.isEmpty() ? language : own;
    draft.author(text(item.path("author"), "name"));
    item.path("authors").forEach(author -> draft.author(text(author, "name")));
    item.path("tags").forEach(tag -> draft.category(tag.asText("")));
    return draft;
  }

  // Ids that are numbers are against the specification, and common.
  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText("").strip() : "";
  }
}
