package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import newswire.schemas.Letters;
import newswire.schemas.RecordJson;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.Visibility.Veil;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.jspecify.annotations.Nullable;

/** A dossier for a program: the records themselves where they say it, and what only words say. */
final class DossierJson {

  private static final String[] HIDDEN_OF_RAW = {"body", "entry", "wire", "url", "item_id"};

  private final JsonGenerator json;

  private DossierJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(Dossier dossier, JsonGenerator json) throws IOException {
    new DossierJson(json).write(dossier);
  }

  private void write(Dossier dossier) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", dossier.id());
    @Nullable Shown shown = dossier.article().orElse(null);
    hidden(shown == null ? Veil.NONE : shown.veil());
    json.writeBooleanField("assembled", dossier.trail().assembled());
    json.writeFieldName("article");
    if (shown == null) {
      json.writeNull();
    } else {
      RecordJson.write(shown.article(), json);
      json.writeStringField("effective_why", EffectiveTime.why(shown.article()));
    }
    json.writeArrayFieldStart("raw");
    for (Proof proof : dossier.trail().proofs()) {
      raw(proof, shown != null && shown.veil().isHidden());
    }
    json.writeEndArray();
    kin(dossier, shown == null ? Veil.NONE : shown.veil());
    json.writeNumberField("revisions", dossier.trail().revisions());
    trouble(dossier.trail());
    json.writeEndObject();
  }

  private void hidden(Veil veil) throws IOException {
    json.writeStringField("hidden", veil == Veil.NONE ? null : veil.name());
  }

  private void raw(Proof proof, boolean hidden) throws IOException {
    json.writeStartObject();
    RecordJson.writeFields(proof.position(), json);
    json.writeStringField("read_back", proof.verdict().name());
    if (proof.raw().isPresent()) {
      RawArticle raw = proof.raw().get();
      RecordJson.writeFields(
          raw, json, hidden ? HIDDEN_OF_RAW : new String[] {"body", "entry", "wire"});
      json.writeNumberField("bytes", raw.getBody().remaining());
    }
    json.writeEndObject();
  }

  private void kin(Dossier dossier, Veil veil) throws IOException {
    json.writeFieldName("sketch");
    if (dossier.decisions().sketch().isPresent()) {
      sketch(dossier.decisions().sketch().get());
    } else {
      json.writeNull();
    }
    json.writeBooleanField("compared", dossier.relation().isPresent());
    json.writeArrayFieldStart("others");
    for (Shown other : dossier.others().values()) {
      other(other);
    }
    json.writeEndArray();
    json.writeFieldName("story");
    if (dossier.decisions().story().isPresent()) {
      story(dossier.decisions().story().get(), veil);
    } else {
      json.writeNull();
    }
  }

  private void sketch(Sketch sketch) throws IOException {
    json.writeStartObject();
    json.writeStringField("content_hash", sketch.getContentHash());
    json.writeNumberField("tokens", sketch.getTokens());
    json.writeNumberField("shingles", sketch.getShingles());
    json.writeNumberField("numbers", sketch.getNumbers().remaining() / Integer.BYTES);
    json.writeStringField("body_hash", sketch.getBodyHash());
    json.writeNumberField("sketch_version", sketch.getSketchVersion());
    json.writeNumberField("story_version", sketch.getStoryVersion());
    json.writeEndObject();
  }

  private void other(Shown shown) throws IOException {
    Article article = shown.article();
    json.writeStartObject();
    json.writeStringField("id", article.getId());
    hidden(shown.veil());
    json.writeStringField("title", article.getTitle());
    json.writeStringField("url", article.getUrl());
    json.writeStringField("site", article.getSite());
    json.writeStringField("source_name", article.getSourceName());
    json.writeStringField("effective", article.getEffective().toString());
    json.writeEndObject();
  }

  // Headlines of others, which may have been withdrawn since, are left to their own records.
  private void story(Story story, Veil veil) throws IOException {
    json.writeStartObject();
    String[] leftOut = {"headline", "timeline"};
    String[] moreLeftOut = {"headline", "timeline", "terms", "entities"};
    RecordJson.writeFields(story, json, veil == Veil.NONE ? leftOut : moreLeftOut);
    json.writeEndObject();
  }

  private void trouble(Dossier.Trail trail) throws IOException {
    json.writeArrayFieldStart("orders");
    for (Withdrawal order : trail.orders()) {
      RecordJson.write(order, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("dead_letters");
    List<DeadLetter> letters = trail.letters();
    for (DeadLetter letter : letters) {
      json.writeStartObject();
      json.writeStringField("id", Letters.id(letter));
      RecordJson.writeFields(letter, json, "key", "value", "headers", "url");
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
