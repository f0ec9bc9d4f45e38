package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.sink.intake.Batch;

/**
 * What articles can be found by. A kill is kept in the article's own row, also where there was
 * none: whoever writes the article next finds it there, in whatever order the two commit.
 */
final class SearchStore implements Store {

  private static final String KEY = "article_id";

  private static final Table<Article> FOUND_BY =
      Table.replacing(
          "article_search",
          List.of(
              Column.text(KEY, Article::getId),
              Column.text("language", a -> a.getLanguage().getTag()),
              Column.text("names", SearchVector::names),
              Column.literal("terms", SearchVector::of),
              Column.flag("killed", a -> a.getStatus() == Status.KILLED),
              Column.integer("revision_generation", a -> a.getRevision().getGeneration()),
              Column.number("revision_counter", a -> a.getRevision().getCounter())),
          KEY,
          "not article_search.killed"
              + " and (excluded.revision_generation, excluded.revision_counter)"
              + " > (article_search.revision_generation, article_search.revision_counter)");

  private static final String KILL =
      "insert into article_search (article_id, language, names, terms, killed,"
          + " revision_generation, revision_counter)"
          + " select id, '', '', '', true, 0, 0 from unnest(?) as id order by id"
          + " on conflict (article_id) do update set names = '', terms = '', killed = true";

  private static final String REMOVE =
      "delete from article_search where article_id = any(?) and not killed";

  @Override
  public void write(Connection connection, Batch batch) throws SQLException {
    run(
        connection,
        KILL,
        batch.orders().stream()
            .filter(order -> order.getStatus() == Status.KILLED)
            .map(order -> order.getArticleId())
            .toList());
    run(connection, REMOVE, batch.articlesGone());
    FOUND_BY.write(connection, batch.articles());
  }

  private static void run(Connection connection, String sql, Collection<String> ids)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, ArticleTables.array(connection, ids));
      statement.executeUpdate();
    }
  }
}
