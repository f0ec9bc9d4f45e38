package newswire.ingest.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import newswire.schemas.avro.Enclosure;
import newswire.text.ClaimedTime;
import org.jspecify.annotations.Nullable;

/**
 * All that a feed says, as JSON with the names that Python's feedparser gives it: texts keep their
 * markup, times are {@code [year, month, day, hour, minute, second]} in UTC. To compare readers.
 */
public final class FeedparserJson {

  private final JsonGenerator json;

  private FeedparserJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes an object {@code {feed, entries}}, or {@code {error}} with the reason for which the body
   * is not a feed.
   */
  public static void write(byte[] body, String baseUrl, JsonGenerator json) throws IOException {
    json.writeStartObject();
    try {
      ParsedFeed parsed = FeedReader.parse(body, null, baseUrl);
      FeedparserJson writer = new FeedparserJson(json);
      json.writeObjectFieldStart("feed");
      writer.feed(parsed.about());
      json.writeEndObject();
      json.writeArrayFieldStart("entries");
      for (Draft entry : parsed.entries()) {
        json.writeStartObject();
        writer.entry(entry);
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (UnreadableFeed e) {
      json.writeStringField("error", e.getMessage());
    }
    json.writeEndObject();
  }

  private void feed(Draft draft) throws IOException {
    common(draft);
    TextValue subtitle = draft.subtitle.isEmpty() ? draft.summary : draft.subtitle;
    json.writeStringField("subtitle", subtitle.value());
    json.writeStringField("description", subtitle.value());
    text("summary", draft.summary);
  }

  private void entry(Draft draft) throws IOException {
    common(draft);
    text("subtitle", draft.subtitle);
    List<TextValue> contents = draft.contents();
    boolean alone = draft.summary.isEmpty() && !contents.isEmpty();
    text("summary", alone ? contents.get(0) : draft.summary);
    if (contents.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("content");
    for (TextValue content : contents) {
      json.writeStartObject();
      json.writeStringField("value", content.value());
      json.writeStringField("language", content.language().isEmpty() ? null : content.language());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void common(Draft draft) throws IOException {
    string("id", draft.guid);
    string("link", draft.linkGiven);
    text("title", draft.title);
    text("rights", draft.rights);
    string("generator", draft.generator);
    string("comments", draft.comments);
    string("language", draft.language);
    if (!draft.authors().isEmpty()) {
      string("author", draft.authors().get(0).text());
    }
    String changed = draft.updated.isEmpty() ? draft.dated : draft.updated;
    time("published", draft.published);
    time("updated", changed.isEmpty() ? draft.published : changed);
    time("created", draft.created);
    tags(draft);
    categories(draft);
    image(draft.image);
    json.writeArrayFieldStart("enclosures");
    for (Enclosure enclosure : draft.enclosures()) {
      json.writeStartObject();
      json.writeStringField("href", enclosure.getUrl());
      json.writeStringField("type", enclosure.getType());
      json.writeStringField("length", Long.toString(enclosure.getLength()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void tags(Draft draft) throws IOException {
    json.writeArrayFieldStart("tags");
    for (Tag tag : draft.tags()) {
      json.writeStartObject();
      json.writeStringField("term", tag.term().isEmpty() ? tag.label() : tag.term());
      json.writeStringField("scheme", tag.scheme().isEmpty() ? null : tag.scheme());
      json.writeStringField("label", tag.label().isEmpty() ? null : tag.label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void categories(Draft draft) throws IOException {
    json.writeArrayFieldStart("categories");
    for (Tag tag : draft.tags()) {
      json.writeStartArray();
      json.writeString(tag.scheme().isEmpty() ? null : tag.scheme());
      json.writeString(tag.term().isEmpty() ? tag.label() : tag.term());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void image(Image image) throws IOException {
    if (image.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("image");
    string("href", image.address());
    string("title", image.title());
    string("link", image.link());
    string("description", image.description());
    json.writeEndObject();
  }

  private void time(String name, String claimed) throws IOException {
    string(name, claimed);
    @Nullable Instant instant = ClaimedTime.read(claimed).instant();
    if (instant == null) {
      return;
    }
    ZonedDateTime t = instant.atZone(ZoneOffset.UTC);
    int[] fields = {
      t.getYear(), t.getMonthValue(), t.getDayOfMonth(), t.getHour(), t.getMinute(), t.getSecond()
    };
    json.writeFieldName(name + "_parsed");
    json.writeArray(fields, 0, fields.length);
  }

  private void text(String name, TextValue text) throws IOException {
    string(name, text.value());
  }

  private void string(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
