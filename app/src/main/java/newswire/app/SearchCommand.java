package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import newswire.sink.postgres.SearchQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds articles by their words. */
@Command(
    name = "search",
    description = {
      "Finds articles that may be shown and have all these words, in any of their forms, the best",
      "match first. Words in double quotes are a phrase."
    },
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

  private static final int MOST = 1_000;

  private static final String BY_WORDS =
      sql("tsquery", "s.terms @@ query", "ts_rank(s.terms, query)");

  private static final String BY_SPELLING =
      sql("text", "query <% s.names", "word_similarity(query, s.names)");

  private record Found(
      String id, String effective, String language, String source, String title, String url) {}

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private OutputOption output = new OutputOption();

  @Parameters(paramLabel = "WORDS", description = "What to look for.")
  private String words = "";

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Language of the words and the articles, such as ar (default: any).")
  private @Nullable String language;

  @Option(
      names = "--spelling",
      description = "Find titles and names that are spelled alike instead.")
  private boolean spelling;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Override
  public Integer call() throws IOException {
    if (limit < 1 || limit > MOST) {
      throw Exit.usage("--limit takes a number from 1 to " + MOST + ", not " + limit);
    }
    List<Found> found = spelling ? found(BY_SPELLING, words) : found(BY_WORDS, query());
    if (output.json()) {
      OutputOption.print(json -> write(found, json));
      return 0;
    }
    TextTable table = new TextTable("effective", "language", "source", "title", "id");
    found.forEach(f -> table.row(f.effective(), f.language(), f.source(), f.title(), f.id()));
    if (!found.isEmpty()) {
      System.out.print(table);
    } else {
      System.err.println(
          "nothing found" + (spelling ? "" : "; --spelling looks for what is alike"));
    }
    return 0;
  }

  private static String sql(String type, String condition, String rank) {
    return "select a.id, a.effective, a.language, a.source_name, a.title, a.url"
        + " from article_search s join published_articles a on a.id = s.article_id,"
        + " cast(? as "
        + type
        + ") query where "
        + condition
        + " and (? = '' or s.language = ? or s.language like ? || '-%') order by "
        + rank
        + " desc, a.effective desc, a.id limit ?";
  }

  private String query() {
    return SearchQuery.of(words, Optional.ofNullable(language))
        .orElseThrow(
            () -> Exit.usage("'" + words + "' has no word that articles could be found by"));
  }

  private List<Found> found(String sql, String query) {
    String tag = language == null ? "" : language;
    List<Found> found = new ArrayList<>();
    try (Connection connection = store.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, query, spelling ? Types.VARCHAR : Types.OTHER);
      statement.setString(2, tag);
      statement.setString(3, tag);
      statement.setString(4, tag);
      statement.setInt(5, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Found(
                  rows.getString(1),
                  rows.getTimestamp(2).toInstant().toString(),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw Exit.failed("Postgres cannot search: " + e.getMessage());
    }
  }

  private static void write(List<Found> found, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("articles");
    for (Found article : found) {
      json.writeStartObject();
      json.writeStringField("id", article.id());
      json.writeStringField("effective", article.effective());
      json.writeStringField("language", article.language());
      json.writeStringField("source_name", article.source());
      json.writeStringField("title", article.title());
      json.writeStringField("url", article.url());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
