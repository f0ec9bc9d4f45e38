package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;

/** Dead letters for programs. */
final class LetterJson {

  private LetterJson() {}

  static void groups(List<LetterGroup> groups, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("groups");
    for (LetterGroup group : groups) {
      json.writeStartObject();
      json.writeNumberField("letters", group.letters().size());
      json.writeStringField("first", group.first().toString());
      json.writeStringField("last", group.last().toString());
      json.writeStringField("stage", group.likeness().stage());
      json.writeStringField("source", group.likeness().source());
      json.writeStringField("schema", group.likeness().schema());
      json.writeStringField("cause", group.likeness().cause());
      json.writeArrayFieldStart("ids");
      for (Letter letter : group.letters()) {
        json.writeString(letter.id());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void each(List<Letter> letters, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("letters");
    for (Letter letter : letters) {
      one(letter, letter.head(), json, "headers", "key");
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The letter's fields by their names, but for its value. */
  static void one(Letter letter, DeadLetter full, JsonGenerator json, String... leftOut)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", letter.id());
    json.writeStringField("state", letter.state().word());
    json.writeStringField("written", letter.at().time().toString());
    json.writeStringField("cause", letter.cause().text());
    json.writeStringField("source", letter.content().source());
    json.writeStringField("schema", letter.content().schema());
    String[] skipped = Arrays.copyOf(leftOut, leftOut.length + 2);
    skipped[leftOut.length] = "value";
    skipped[leftOut.length + 1] = "source_id";
    RecordJson.writeFields(full, json, skipped);
    json.writeArrayFieldStart("done");
    for (Disposition done : letter.done()) {
      json.writeStartObject();
      RecordJson.writeFields(done, json, "letter_id");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
