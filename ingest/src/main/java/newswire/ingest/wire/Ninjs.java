package newswire.ingest.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** ninjs 1 to 3. */
final class Ninjs {

  private static final int DEEPEST = 128;
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .configure(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION, false);

  /** Names that only ninjs has, all in lower case. */
  private static final Set<String> TELLING =
      Set.of(
          "versioncreated",
          "pubstatus",
          "representationtype",
          "headlines",
          "bodies",
          "body_text",
          "body_xhtml",
          "usageterms",
          "copyrightnotice",
          "copyrightholder",
          "altids",
          "urgency",
          "slugline",
          "byline",
          "headline");

  private Ninjs() {}

  static boolean recognises(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return tells(names);
  }

  /** Of an object that may be cut off, by the names at its beginning. */
  static boolean recognises(String start) {
    Set<String> names = new HashSet<>();
    try (JsonParser parser = JSON.createParser(start)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName().toLowerCase(Locale.ROOT));
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (IOException e) {
      // The beginning of a file ends anywhere: what was seen until then has to do.
    }
    return tells(names);
  }

  private static boolean tells(Set<String> names) {
    return names.contains("uri") && names.stream().anyMatch(TELLING::contains);
  }

  static List<WirePart> read(byte[] body, String text, Instant now) throws UnreadableWire {
    try {
      JsonNode object = JSON.readTree(text);
      if (!object.isObject() || !recognises(object)) {
        throw new UnreadableWire("it is not ninjs");
      }
      return List.of(read(object, body, now));
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UnreadableWire("not valid JSON: " + message, e);
    }
  }

  static WirePart read(JsonNode json, byte[] body, Instant now) throws UnreadableWire {
    NinjsObject object = new NinjsObject(json);
    WireDraft draft = draft(object);
    String type = object.text("type").toLowerCase(Locale.ROOT);
    boolean text = type.isEmpty() || type.equals("text") || type.equals("composite");
    if (!text && draft.content.isBlank() && !draft.isOrder()) {
      return new WirePart.Other("an item of type " + type + " without text", body);
    }
    return new WirePart.Item(draft.article(body, "application/ninjs+json;charset=UTF-8", now));
  }

  private static WireDraft draft(NinjsObject object) {
    WireDraft draft = new WireDraft();
    draft.guid = object.text("uri");
    draft.version = object.text("version");
    draft.sent = object.text("versioncreated");
    draft.updated = draft.sent;
    String created = object.first("contentcreated", "firstcreated");
    draft.published = created.isEmpty() ? draft.sent : created;
    draft.urgency = object.text("urgency");
    draft.slugline = object.value("slugline", "sluglines");
    draft.note = object.text("ednote");
    draft.copyright = object.first("copyrightnotice", "copyrightholder");
    draft.usageTerms = object.text("usageterms");
    draft.dataMining = object.first("datamining");
    draft.provider = object.first("provider", "copyrightholder");
    draft.language = object.text("language");
    draft.title = object.value("headline", "headlines");
    draft.summary = object.markup("description");
    draft.content = object.content();
    draft.author(object.first("byline", "by"));
    object.names("subject", "subjects").forEach(draft::subject);
    object.words("signal", "signals").forEach(draft::signal);
    draft.status(object.text("pubstatus"));
    if (!object.text("embargoed").isEmpty()) {
      draft.embargoed(object.text("embargoed"));
    }
    return draft;
  }
}
