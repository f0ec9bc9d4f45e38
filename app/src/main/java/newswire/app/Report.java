package newswire.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.SourceState;

/** What has come of everything that went in, as tables for a person. */
final class Report {

  private final RunFile run;
  private final Cluster cluster;
  private final Path dir;

  Report(RunFile run, Path dir) {
    this.run = run;
    this.cluster = Cluster.of(run);
    this.dir = dir;
  }

  /** The counts of the stores and the dead letters, and where to look next. */
  String text() {
    Topics topics = cluster.topics();
    TopicReader reader = new TopicReader(cluster);
    SortedMap<Failure, Integer> letters = new TreeMap<>();
    reader.read(
        topics.deadLetters(), record -> letters.merge(Failure.of(record.value()), 1, Integer::sum));
    long fromSources =
        reader.latest(topics.sourceState()).values().stream()
            .mapToLong(SourceState::getArticles)
            .sum();
    try (Connection connection =
            DriverManager.getConnection(run.jdbcUrl(), run.jdbcUser(), run.jdbcPassword());
        Statement sql = connection.createStatement()) {
      return counts(sql, fromSources, letters.values().stream().mapToInt(n -> n).sum())
          + "\n"
          + languages(sql)
          + deadLetters(letters)
          + "\n"
          + next();
    } catch (SQLException e) {
      throw Exit.failed("Postgres does not answer: " + e.getMessage());
    }
  }

  private static String counts(Statement sql, long fromSources, int letters) throws SQLException {
    try (ResultSet row =
        sql.executeQuery(
            "select (select count(*) from newswire.articles), (select count(*) from newswire.article_versions),"
                + " (select count(*) from newswire.articles where relation <> 'NONE'),"
                + " (select count(*) from newswire.articles where status = 'KILLED'),"
                + " (select count(*) from newswire.stories)")) {
      row.next();
      long articles = row.getLong(1);
      long versions = row.getLong(2);
      return new TextTable("", "")
          .row("raw records from sources", fromSources)
          .row("articles stored", articles)
          .row("  of them corrected", versions - articles)
          .row("  of them copies", row.getLong(3))
          .row("  of them withdrawn", row.getLong(4))
          .row("stories", row.getLong(5))
          .row("dead letters", letters)
          .toString()
          .stripLeading();
    }
  }

  private static String languages(Statement sql) throws SQLException {
    TextTable table = new TextTable("language", "", "articles", "copies");
    try (ResultSet rows =
        sql.executeQuery(
            "select language, articles, duplicates from newswire.articles_by_language"
                + " order by articles desc, language")) {
      while (rows.next()) {
        String tag = rows.getString(1);
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        table.row(tag, tag.equals("und") ? "undetermined" : name, rows.getLong(2), rows.getLong(3));
      }
    }
    return table.toString();
  }

  private record Failure(String stage, String reason) implements Comparable<Failure> {

    static Failure of(DeadLetter letter) {
      return new Failure(letter.getStage(), letter.getReason());
    }

    @Override
    public int compareTo(Failure other) {
      int byStage = stage.compareTo(other.stage);
      return byStage != 0 ? byStage : reason.compareTo(other.reason);
    }
  }

  private static String deadLetters(SortedMap<Failure, Integer> letters) {
    if (letters.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable("dead letters", "stage", "reason");
    letters.forEach((failure, count) -> table.row(count, failure.stage(), failure.reason()));
    return "\n" + table;
  }

  private String next() {
    String psql =
        "psql 'postgresql://"
            + run.jdbcUser()
            + ":"
            + run.jdbcPassword()
            + "@"
            + run.jdbcUrl().replaceFirst("^jdbc:postgresql://", "")
            + "'";
    String data = dir.equals(Path.of(ClusterOptions.DEFAULT_DATA)) ? "" : " --data " + dir;
    return String.join(
        "\n",
        "Look further:",
        "  " + psql + " -c 'select language, title, url from newswire.published_articles'",
        "  ./newswire tail articles --from earliest --limit 3 --lang ar" + data,
        "  ./newswire status" + data,
        "  ./newswire dead list" + data,
        "  Kafka " + run.bootstrapServers() + ", topics " + run.topicPrefix() + "*",
        "  schema registry " + run.registryUrl(),
        "");
  }
}
