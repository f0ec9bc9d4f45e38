package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;

/** The table of stories; the latest record of a story is the whole story. */
final class StoryTable {

  private static final Table<Story> STORIES =
      Table.replacing(
          "stories",
          List.of(
              Column.text("id", Story::getId),
              Column.text("headline", Story::getHeadline),
              Column.optionalText("headline_of", StoryTable::headlineOf),
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
      "update stories set headline = coalesce(heir.title, ''), headline_of = heir.id"
          + " from stories old left join lateral ("
          + " select id, title from articles"
          + " where story = old.id and relation = 'NONE' and status <> 'KILLED' and title <> ''"
          + " order by effective, id limit 1) heir on true"
          + " where stories.id = old.id and (old.id = any(?) or old.aliases && ?)"
          + " and (old.headline_of is null or old.headline_of = any(?))";

  private StoryTable() {}

  /** The article under whose title the story is, if that can be told. */
  private static Optional<String> headlineOf(Story story) {
    return story.getTimeline().stream()
        .filter(article -> !article.getTitle().isEmpty())
        .findFirst()
        .filter(article -> article.getTitle().equals(story.getHeadline()))
        .map(StoryArticle::getId);
  }

  static void write(Connection connection, Collection<Story> stories) throws SQLException {
    STORIES.write(connection, stories);
  }

  /**
   * Puts stories under the title of their earliest article that is not killed and is there,
   * wherever one of {@code killed} has given it. It may not be there while a store is filled; the
   * record of the story that follows a kill names the right one.
   */
  static void retitle(Connection connection, Collection<String> killed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RETITLE)) {
      statement.setArray(1, ArticleTables.array(connection, killed));
      statement.setArray(2, ArticleTables.array(connection, killed));
      statement.setArray(3, ArticleTables.array(connection, killed));
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
