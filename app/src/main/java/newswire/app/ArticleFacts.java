package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an article in order to compare it: some hundred bytes, however long it is.
 *
 * @param hashes 64 bits of the SHA-256 of each field, by its position in the record
 * @param title empty if it may not be shown
 * @param entities names by id, or by key where they are not linked
 * @param copy kind, parent and family in words; empty while it has not been related
 * @param length of the text, in code points
 */
record ArticleFacts(
    long[] hashes,
    String title,
    String language,
    SortedMap<String, String> entities,
    String copy,
    String story,
    String gazetteer,
    int length,
    boolean killed,
    boolean late) {

  private static final Schema SCHEMA = Article.getClassSchema();
  private static final int LONGEST_TITLE = 80;
  private static final int HEX_DIGITS = 16;

  // Whoever hears that the text is another need not hear of these.
  private static final Set<String> FOLLOW_FROM_TEXT =
      Set.of("title", "text", "content_hash", "language", "entities", "versions", "relation");

  // What of these is not said by a change of its own is among the others.
  private static final Map<DiffField, Set<String>> FIELDS =
      Map.of(
          DiffField.LANGUAGE, Set.of("language"),
          DiffField.ENTITIES, Set.of("entities"),
          DiffField.COPY, Set.of("relation"),
          DiffField.STORY, Set.of("relation"),
          DiffField.GAZETTEER, Set.of("gazetteer"));

  /**
   * Of an article.
   *
   * @param hidden whether what it says may not be shown
   * @param late whether it came after what it is compared with
   */
  static ArticleFacts of(Article article, boolean hidden, boolean late) {
    Article essence = Essence.of(article);
    long[] hashes = new long[SCHEMA.getFields().size()];
    for (int field = 0; field < hashes.length; field++) {
      hashes[field] = hash(essence.get(field));
    }
    SortedMap<String, String> entities = new TreeMap<>();
    for (Entity entity : article.getEntities()) {
      String unlinked = "~" + (entity.getKey().isEmpty() ? entity.getName() : entity.getKey());
      entities.put(entity.getId().orElse(unlinked), hidden ? "" : entity.getName());
    }
    return new ArticleFacts(
        hashes,
        hidden ? "" : Sheet.quoted(article.getTitle(), LONGEST_TITLE),
        article.getLanguage().getTag(),
        entities,
        article.getRelation().map(ArticleFacts::copy).orElse(""),
        article.getRelation().map(Relation::getStory).orElse(""),
        article.getGazetteer(),
        article.getText().codePointCount(0, article.getText().length()),
        article.getStatus() == Status.KILLED,
        late);
  }

  private static String copy(Relation relation) {
    return relation.getKind().name()
        + relation.getParent().map(parent -> " of " + parent).orElse("")
        + " in "
        + relation.getFamily();
  }

  private static long hash(@Nullable Object value) {
    String sha256 = ArticleId.sha256(String.valueOf(value).getBytes(UTF_8));
    return Long.parseUnsignedLong(sha256.substring(0, HEX_DIGITS), 16);
  }

  /** What is another in {@code after}, in the order of the fields. */
  List<FieldChange> changes(ArticleFacts after) {
    List<FieldChange> changes = new ArrayList<>();
    add(DiffField.LANGUAGE, language, after.language, changes);
    String lost = String.join(", ", entitiesNotIn(after));
    String added = String.join(", ", after.entitiesNotIn(this));
    add(DiffField.ENTITIES, lost, added, changes);
    add(DiffField.COPY, copy, after.copy, changes);
    add(DiffField.STORY, story, after.story, changes);
    Set<String> unlike = fieldsUnlike(after);
    boolean retitled = unlike.contains("title");
    boolean rewritten = retitled || unlike.contains("text");
    if (rewritten) {
      changes.add(new FieldChange(DiffField.TEXT, says(retitled), after.says(retitled)));
      unlike.removeAll(FOLLOW_FROM_TEXT);
    }
    add(DiffField.GAZETTEER, gazetteer, after.gazetteer, changes);
    changes.forEach(change -> unlike.removeAll(FIELDS.getOrDefault(change.field(), Set.of())));
    if (!unlike.isEmpty()) {
      changes.add(new FieldChange(DiffField.OTHER, "", String.join(", ", unlike)));
    }
    return changes;
  }

  private static void add(DiffField field, String before, String after, List<FieldChange> changes) {
    if (!before.equals(after) || (field == DiffField.ENTITIES && !before.isEmpty())) {
      changes.add(new FieldChange(field, before, after));
    }
  }

  private String says(boolean retitled) {
    return retitled ? "“" + title + "”" : Sheet.count(length) + " characters";
  }

  private Set<String> fieldsUnlike(ArticleFacts other) {
    Set<String> fields = new LinkedHashSet<>();
    for (Schema.Field field : SCHEMA.getFields()) {
      if (hashes[field.pos()] != other.hashes[field.pos()]) {
        fields.add(field.name());
      }
    }
    return fields;
  }

  /** The entities that this has and the other has not. */
  List<String> entitiesNotIn(ArticleFacts other) {
    return entities.entrySet().stream()
        .filter(entity -> !other.entities.containsKey(entity.getKey()))
        .map(entity -> (entity.getValue() + " " + entity.getKey()).strip())
        .toList();
  }
}
