package newswire.sink.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Mention;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Version;
import newswire.sink.intake.Orders;
import org.jspecify.annotations.Nullable;

/** The table of articles and the tables that are replaced with it. */
final class ArticleTables {

  /** An article as its record has it, and as its order wants it. */
  private record ArticleRow(Article own, Article article) {}

  private record VersionRow(Article article, int number, Version version) {}

  private record EntityRow(Article article, int ordinal, Entity entity) {}

  private record MentionRow(Article article, int ordinal, EntityRow of, Mention mention) {}

  private static final Relation UNCOMPARED = Relation.newBuilder().build();

  private static final List<Column<Article>> COLUMNS =
      List.of(
          Column.text("id", Article::getId),
          Column.text("content_hash", Article::getContentHash),
          Column.text("url", Article::getUrl),
          Column.text("site", Article::getSite),
          Column.text("source_id", Article::getSourceId),
          Column.text("source_name", Article::getSourceName),
          Column.text("title", Article::getTitle),
          Column.text("summary", Article::getSummary),
          Column.text("text", Article::getText),
          Column.texts("authors", Article::getAuthors),
          Column.texts("subjects", Article::getSubjects),
          Column.text("language", a -> a.getLanguage().getTag()),
          Column.real("language_confidence", a -> a.getLanguage().getConfidence()),
          Column.optionalTime("published", Article::getPublished),
          Column.text("published_precision", a -> a.getPublishedPrecision().name()),
          Column.time("first_seen", Article::getFirstSeen),
          Column.time("ingested_at", Article::getIngestedAt),
          Column.time("effective", Article::getEffective),
          Column.text("gazetteer", Article::getGazetteer),
          Column.text("status", a -> a.getStatus().name()),
          Column.text("status_reason", Article::getStatusReason),
          Column.optionalTime("embargo_until", Article::getEmbargoUntil),
          Column.integer("version", Article::getVersion),
          Column.text("relation", a -> relation(a).getKind().name()),
          Column.optionalText("parent", a -> relation(a).getParent()),
          Column.text("family", a -> relation(a).getFamily()),
          Column.real("relation_score", a -> relation(a).getScore()),
          Column.real("jaccard", a -> relation(a).getJaccard()),
          Column.real("containment", a -> relation(a).getContainment()),
          Column.real("numbers", a -> relation(a).getNumbers()),
          Column.text("story", a -> relation(a).getStory()),
          Column.optionalText("story_parent", a -> relation(a).getStoryParent()),
          Column.real("story_score", a -> relation(a).getStoryScore()),
          Column.texts("story_terms", a -> relation(a).getStoryTerms()),
          Column.texts("story_entities", a -> relation(a).getStoryEntities()),
          Column.optionalText("counterpart", a -> relation(a).getCounterpart()),
          Column.real("counterpart_score", a -> relation(a).getCounterpartScore()),
          Column.texts("counterpart_entities", a -> relation(a).getCounterpartEntities()),
          Column.text("extraction_rule", a -> a.getExtraction().getRule()),
          Column.text("extraction_status", a -> a.getExtraction().getStatus()),
          Column.text("raw_topic", a -> a.getRaw().getTopic()),
          Column.integer("raw_partition", a -> a.getRaw().getPartition()),
          Column.number("raw_offset", a -> a.getRaw().getOffset()),
          Column.text("raw_sha256", a -> a.getRaw().getSha256()),
          Column.integer("revision_generation", a -> a.getRevision().getGeneration()),
          Column.number("revision_counter", a -> a.getRevision().getCounter()));

  private static final Table<ArticleRow> ARTICLES =
      Table.replacing(
          "articles",
          Stream.concat(
                  COLUMNS.stream().map(column -> column.of(ArticleRow::article)),
                  Stream.of(
                      Column.optionalTime(
                          "own_embargo_until", (ArticleRow r) -> r.own().getEmbargoUntil())))
              .toList(),
          "id",
          "(excluded.revision_generation, excluded.revision_counter)"
              + " > (articles.revision_generation, articles.revision_counter)");

  private static final Table<VersionRow> VERSIONS =
      Table.of(
          "article_versions",
          List.of(
              Column.text("article_id", r -> r.article().getId()),
              Column.integer("version", VersionRow::number),
              Column.text("content_hash", r -> r.version().getContentHash()),
              Column.time("fetched", r -> r.version().getFetched()),
              Column.flag("page", r -> r.version().getPage()),
              Column.json("changes", r -> r.version().getChanges()),
              Column.flag("changes_cut", r -> r.version().getChangesCut())));

  private static final Table<EntityRow> ENTITIES =
      Table.of(
          "entities",
          List.of(
              Column.text("article_id", r -> r.article().getId()),
              Column.integer("ordinal", EntityRow::ordinal),
              Column.optionalText("entity_id", r -> r.entity().getId()),
              Column.text("type", r -> r.entity().getType().name()),
              Column.text("name", r -> r.entity().getName()),
              Column.real("confidence", r -> r.entity().getConfidence()),
              Column.text("method", r -> r.entity().getMethod()),
              Column.text("key", r -> r.entity().getKey()),
              Column.text("qid", r -> r.entity().getQid()),
              Column.real("salience", r -> r.entity().getSalience())));

  private static final Table<MentionRow> MENTIONS =
      Table.of(
          "mentions",
          List.of(
              Column.text("article_id", r -> r.article().getId()),
              Column.integer("ordinal", MentionRow::ordinal),
              Column.integer("entity", r -> r.of().ordinal()),
              Column.optionalText("entity_id", r -> r.of().entity().getId()),
              Column.text("entity_type", r -> r.of().entity().getType().name()),
              Column.text("entity_name", r -> r.of().entity().getName()),
              Column.text("text", r -> r.mention().getText()),
              Column.integer("start_offset", r -> r.mention().getStart()),
              Column.integer("end_offset", r -> r.mention().getEnd()),
              Column.real("confidence", r -> r.mention().getConfidence()),
              Column.text("method", r -> r.mention().getMethod())));

  private static final String BLANK =
      "update articles set title = '', summary = '', text = '', authors = '{}', subjects = '{}',"
          + " story_terms = '{}', story_entities = '{}', counterpart_entities = '{}'"
          + " where id = any(?)";

  private static final String BLANK_VERSIONS =
      "update article_versions set changes = '[]', changes_cut = true"
          + " where article_id = any(?) and changes <> '[]'";

  private ArticleTables() {}

  /**
   * Writes those that outrank what is there as {@code orders} want them, with all that hangs on
   * them. What is there stays as it is until the commit: whoever else may write these articles
   * waits for the offsets we have moved.
   */
  static void write(Connection connection, Collection<Article> articles, Orders orders)
      throws SQLException {
    if (articles.isEmpty()) {
      return;
    }
    Map<String, Revision> there =
        revisions(connection, articles.stream().map(Article::getId).toList());
    List<ArticleRow> winners =
        articles.stream()
            .filter(article -> outranks(article, there.get(article.getId())))
            .map(article -> new ArticleRow(article, orders.obeyed(article)))
            .toList();
    ARTICLES.write(connection, winners);
    removeParts(
        connection,
        winners.stream().map(row -> row.own().getId()).filter(there::containsKey).toList());
    List<VersionRow> versions = new ArrayList<>();
    List<EntityRow> entities = new ArrayList<>();
    List<MentionRow> mentions = new ArrayList<>();
    for (ArticleRow row : winners) {
      addVersions(row.article(), versions);
      addEntities(row.article(), entities, mentions);
    }
    VERSIONS.write(connection, versions);
    ENTITIES.write(connection, entities);
    MENTIONS.write(connection, mentions);
  }

  private static boolean outranks(Article article, @Nullable Revision there) {
    if (there == null) {
      return true;
    }
    Revision ours = article.getRevision();
    int order = Integer.compare(ours.getGeneration(), there.getGeneration());
    return order != 0 ? order > 0 : ours.getCounter() > there.getCounter();
  }

  /** Removes articles and all that hangs on them. */
  static void remove(Connection connection, Collection<String> ids) throws SQLException {
    if (!ids.isEmpty()) {
      run(connection, "delete from articles where id = any(?)", ids);
      removeParts(connection, ids);
    }
  }

  private static void removeParts(Connection connection, Collection<String> ids)
      throws SQLException {
    if (!ids.isEmpty()) {
      run(connection, "delete from article_versions where article_id = any(?)", ids);
      removeNames(connection, ids);
    }
  }

  /** Removes what articles have said, all but the rows themselves and their own state. */
  static void blank(Connection connection, Collection<String> ids) throws SQLException {
    run(connection, BLANK, ids);
    run(connection, BLANK_VERSIONS, ids);
    removeNames(connection, ids);
  }

  /** Removes what articles name. */
  private static void removeNames(Connection connection, Collection<String> ids)
      throws SQLException {
    run(connection, "delete from entities where article_id = any(?)", ids);
    run(connection, "delete from mentions where article_id = any(?)", ids);
  }

  private static void run(Connection connection, String sql, Collection<String> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array(connection, ids));
      statement.executeUpdate();
    }
  }

  private static Map<String, Revision> revisions(Connection connection, Collection<String> ids)
      throws SQLException {
    String sql = "select id, revision_generation, revision_counter from articles where id = any(?)";
    Map<String, Revision> revisions = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array(connection, ids));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          revisions.put(rows.getString(1), new Revision(rows.getInt(2), rows.getLong(3)));
        }
      }
    }
    return revisions;
  }

  static Array array(Connection connection, Collection<String> ids) throws SQLException {
    return connection.createArrayOf("text", ids.stream().map(Column::storable).toArray());
  }

  private static void addVersions(Article article, List<VersionRow> versions) {
    int number = 1;
    for (Version version : article.getVersions()) {
      versions.add(new VersionRow(article, number++, version));
    }
  }

  private static void addEntities(
      Article article, List<EntityRow> entities, List<MentionRow> mentions) {
    int ordinal = 0;
    int place = 0;
    for (Entity entity : article.getEntities()) {
      EntityRow row = new EntityRow(article, ordinal++, entity);
      entities.add(row);
      for (Mention mention : entity.getMentions()) {
        mentions.add(new MentionRow(article, place++, row, mention));
      }
    }
  }

  private static Relation relation(Article article) {
    Optional<Relation> relation = article.getRelation();
    return relation.orElse(UNCOMPARED);
  }
}
