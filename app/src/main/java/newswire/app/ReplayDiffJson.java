package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import newswire.schemas.avro.ReplayRun;

/** What differs, for programs. */
final class ReplayDiffJson {

  private ReplayDiffJson() {}

  static void write(ReplayRun run, ReplayDiff diff, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("replay", run.getName());
    json.writeBooleanField("equal", diff.isEqual());
    json.writeObjectFieldStart("articles");
    json.writeNumberField("equal", diff.same());
    json.writeNumberField("different", diff.different());
    json.writeNumberField("only_live", diff.onlyLive());
    json.writeNumberField("only_replay", diff.onlyReplay());
    json.writeNumberField("later", diff.later());
    json.writeEndObject();
    json.writeObjectFieldStart("fields");
    for (DiffField field : diff.wanted()) {
      json.writeObjectFieldStart(field.label());
      json.writeNumberField("articles", diff.count(field));
      if (field == DiffField.ENTITIES) {
        json.writeNumberField("added", diff.entitiesAdded());
        json.writeNumberField("lost", diff.entitiesLost());
      }
      samples(diff, field, json);
      json.writeEndObject();
    }
    json.writeEndObject();
    articles("only_live", diff.missing(), json);
    articles("only_replay", diff.extra(), json);
    json.writeEndObject();
  }

  private static void samples(ReplayDiff diff, DiffField field, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("samples");
    for (ReplayDiff.Sample sample : diff.samples(field)) {
      json.writeStartObject();
      json.writeStringField("id", sample.id());
      json.writeStringField("title", sample.title());
      json.writeStringField("before", sample.change().before());
      json.writeStringField("after", sample.change().after());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void articles(String name, Map<String, String> titles, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Map.Entry<String, String> article : titles.entrySet()) {
      json.writeStartObject();
      json.writeStringField("id", article.getKey());
      json.writeStringField("title", article.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
