package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import newswire.schemas.avro.Story;

/** The table of stories; the latest record of a story is the whole story. */
final class StoryTable {

  private static final Table<Story> STORIES =
      Table.replacing(
          "stories",
          List.of(
              Column.text("id", Story::getId),
              Column.text("headline", Story::getHeadline),
              Column.text("language", Story::getLanguage),
              Column.time("first_seen", Story::getFirstSeen),
              Column.time("last_seen", Story::getLastSeen),
              Column.time("effective", Story::getEffective),
              Column.integer("size", Story::getSize),
              Column.texts("articles", Story::getArticles),
              Column.texts("sources", Story::getSources),
              Column.texts("languages", Story::getLanguages),
              Column.texts("aliases", Story::getAliases),
              Column.text("first_publisher", Story::getFirstPublisher),
              Column.texts("terms", Story::getTerms),
              Column.json("entities", Story::getEntities),
              Column.json("related", Story::getRelated)),
          "id",
          "true");

  private static final String RETITLE =
      "update stories set headline = coalesce((select title from articles"
          + " where story = stories.id and relation = 'NONE' and status <> 'KILLED' and title <> ''"
          + " order by effective, articles.id limit 1), '')"
          + " where id = any(?) or aliases && ?";

  private StoryTable() {}

  static void write(Connection connection, Collection<Story> stories) throws SQLException {
    STORIES.write(connection, stories);
  }

  /**
   * Puts stories under the title of their earliest article that is not killed, wherever one of
   * {@code killed} may have given it.
   */
  static void retitle(Connection connection, Collection<String> killed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RETITLE)) {
      statement.setArray(1, ArticleTables.array(connection, killed));
      statement.setArray(2, ArticleTables.array(connection, killed));
      statement.executeUpdate();
    }
  }

  static void remove(Connection connection, Collection<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("delete from stories where id = any(?)")) {
      statement.setArray(1, ArticleTables.array(connection, ids));
      statement.executeUpdate();
    }
  }
}
