package newswire.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A reader of Parquet files that is not ours, with the views of docs/lake.md. */
final class DuckDb implements AutoCloseable {

  private static final Path DOCS = Path.of("..", "docs", "lake.md");

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static DuckDb open() {
    try {
      return new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the views of a directory of Parquet files. */
  static DuckDb ofDirectory(Path directory) {
    DuckDb duck = open();
    duck.run(block(0).replace("DIR", directory.toString()));
    duck.run(block(1));
    return duck;
  }

  /** Makes the views of the latest states, from views of all. */
  void defineLatest() {
    run(block(1));
  }

  private static String block(int number) {
    try {
      return Files.readString(DOCS, UTF_8).split("```sql\n")[number + 1].split("```")[0];
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows of text. */
  List<List<String>> query(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column. */
  List<String> list(String sql) {
    return query(sql).stream().map(row -> row.get(0)).toList();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
