package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import newswire.app.Chain.Link;
import newswire.app.Proof.Verdict;
import newswire.schemas.RecordJson;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.Visibility.Veil;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;

/** A chain of publication for a program. */
final class ChainJson {

  private static final Relation UNCOMPARED = Relation.newBuilder().build();

  private final JsonGenerator json;

  private ChainJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes {@code {family, articles: [...]}}.
   *
   * @param verdicts on the raw records, by article id; empty if they were not read
   */
  static void write(Chain chain, Map<String, Verdict> verdicts, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("family", chain.family());
    json.writeArrayFieldStart("articles");
    for (Link link : chain.links()) {
      new ChainJson(json).link(link, verdicts);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void link(Link link, Map<String, Verdict> verdicts) throws IOException {
    Article article = link.article();
    json.writeStartObject();
    json.writeNumberField("position", link.position());
    identity(link.shown());
    json.writeStringField("status", article.getStatus().name());
    json.writeStringField("published", article.getPublished().map(Object::toString).orElse(null));
    json.writeStringField("published_precision", article.getPublishedPrecision().name());
    json.writeStringField("first_seen", article.getFirstSeen().toString());
    json.writeStringField("effective", article.getEffective().toString());
    json.writeBooleanField("claim_believed", EffectiveTime.isClaimed(article));
    json.writeStringField("seen_before_it", link.overtaken().orElse(null));
    relation(link.relation().orElse(UNCOMPARED));
    difference(link);
    json.writeFieldName("raw");
    RecordJson.write(article.getRaw(), json);
    Verdict verdict = verdicts.get(article.getId());
    json.writeStringField("read_back", verdict == null ? null : verdict.name());
    json.writeEndObject();
  }

  private void identity(Shown shown) throws IOException {
    Article article = shown.article();
    json.writeStringField("id", article.getId());
    json.writeStringField("hidden", shown.veil() == Veil.NONE ? null : shown.veil().name());
    json.writeStringField("title", article.getTitle());
    json.writeStringField("url", article.getUrl());
    json.writeStringField("site", article.getSite());
    json.writeStringField("source_id", article.getSourceId());
    json.writeStringField("source_name", article.getSourceName());
  }

  private void relation(Relation relation) throws IOException {
    boolean compared = !relation.getFamily().isEmpty();
    json.writeStringField("relation", compared ? relation.getKind().name() : null);
    json.writeStringField("parent", relation.getParent().orElse(null));
    if (relation.getKind() != RelationKind.NONE) {
      json.writeNumberField("score", relation.getScore());
      json.writeNumberField("jaccard", relation.getJaccard());
      json.writeNumberField("containment", relation.getContainment());
      json.writeNumberField("numbers", relation.getNumbers());
    }
  }

  private void difference(Link link) throws IOException {
    json.writeFieldName("difference");
    if (link.difference().isEmpty()) {
      json.writeNull();
      return;
    }
    Difference difference = link.difference().get();
    json.writeStartObject();
    json.writeNumberField("words_added", difference.added());
    json.writeNumberField("words_cut", difference.cut());
    json.writeArrayFieldStart("passages");
    for (Difference.Passage passage : difference.passages()) {
      json.writeStartObject();
      json.writeNumberField("position", passage.position());
      json.writeStringField("removed", passage.removed());
      json.writeStringField("added", passage.added());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
