package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import newswire.schemas.Blank;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.Article;
import newswire.sink.intake.Change;
import newswire.sink.intake.Orders;

/**
 * The table of all states of articles; of killed ones without what they said and their addresses.
 */
final class RevisionTable {

  private static final Table<Change.Revised> REVISIONS =
      Table.keeping(
          "article_revisions",
          List.of(
              Column.text("id", r -> r.article().getId()),
              Column.integer("revision_generation", r -> r.article().getRevision().getGeneration()),
              Column.number("revision_counter", r -> r.article().getRevision().getCounter()),
              Column.optionalTime("known_at", Change.Revised::known),
              Column.time("effective", r -> r.article().getEffective()),
              Column.jsonObject("article", r -> RecordJson.line(r.article()))));

  private static final Comparator<Change.Revised> ORDER =
      Comparator.comparing((Change.Revised r) -> r.article().getId())
          .thenComparing(r -> r.article().getRevision());

  // What blank takes from an article.
  private static final String BLANK =
      "update article_revisions set article = article || '{\"title\": \"\", \"summary\": \"\","
          + " \"text\": \"\", \"authors\": [], \"subjects\": [], \"entities\": [], \"url\": \"\","
          + " \"item_id\": \"\", \"image_url\": \"\", \"slugline\": \"\"}' ||"
          + " jsonb_build_object('versions', coalesce((select jsonb_agg(version ||"
          + " jsonb_build_object('changes', '[]'::jsonb, 'changes_cut', (version ->"
          + " 'changes_cut')::boolean or version -> 'changes' <> '[]')) from"
          + " jsonb_array_elements(article -> 'versions') version), '[]')) || case when"
          + " jsonb_typeof(article -> 'relation') = 'object' then jsonb_build_object('relation',"
          + " article -> 'relation' || '{\"story_terms\": [], \"story_entities\": [],"
          + " \"counterpart_entities\": []}') else '{}' end where id = any(?)";

  private RevisionTable() {}

  /** Writes states; one that is there already is left as it is. */
  static void write(Connection connection, List<Change.Revised> revisions, Orders orders)
      throws SQLException {
    REVISIONS.write(
        connection, revisions.stream().sorted(ORDER).map(r -> obeying(r, orders)).toList());
  }

  private static Change.Revised obeying(Change.Revised revised, Orders orders) {
    Article article = revised.article();
    return orders.isKilled(article.getId())
        ? new Change.Revised(blank(article), revised.known())
        : revised;
  }

  // An address may have words of the headline; that of now is in the table of articles.
  private static Article blank(Article article) {
    return Article.newBuilder(Blank.of(article))
        .setUrl("")
        .setItemId("")
        .setImageUrl("")
        .setSlugline("")
        .build();
  }

  /** Removes what articles have said in any of their states. */
  static void blank(Connection connection, Collection<String> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BLANK)) {
      statement.setArray(1, ArticleTables.array(connection, ids));
      statement.executeUpdate();
    }
  }
}
