package newswire.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import newswire.sink.postgres.PostgresConfig;

/**
 * The least that storing can cost: the rows that a sink has written, written once more into tables
 * like its own, as many in a transaction, by nothing but JDBC batches.
 */
final class PlainUpsert {

  private static final double NANOS = 1e9;
  private static final String SCHEMA = "plain";

  private final PostgresConfig config;
  private final int articles;
  private final String main;
  private final String key;
  private final List<String> parts;

  /** Rows of one table for one transaction. */
  private record Rows(String sql, List<Object[]> rows) {}

  private PlainUpsert(
      PostgresConfig config, int articles, String main, String key, List<String> parts) {
    this.config = config;
    this.articles = articles;
    this.main = main;
    this.key = key;
    this.parts = parts;
  }

  static PlainUpsert ofRows(PostgresConfig config, int articles) {
    List<String> parts = List.of("article_versions", "entities", "mentions");
    return new PlainUpsert(config, articles, "articles", "id", parts);
  }

  static PlainUpsert ofSearch(PostgresConfig config, int articles) {
    return new PlainUpsert(config, articles, "article_search", "article_id", List.of());
  }

  /** Gives the articles a second of the second half, reading excluded. */
  double run() throws SQLException {
    String options = "?reWriteBatchedInserts=true&currentSchema=" + SCHEMA;
    try (Connection connection =
        DriverManager.getConnection(config.jdbcUrl() + options, config.user(), config.password())) {
      createTables(connection);
      connection.setAutoCommit(false);
      long nanos = 0;
      int half = 0;
      for (int from = 0; from < articles; from += config.batchSize()) {
        List<Rows> batch = read(connection, from);
        connection.commit();
        long start = System.nanoTime();
        for (Rows rows : batch) {
          write(connection, rows);
        }
        connection.commit();
        if (from >= articles / 2) {
          nanos += System.nanoTime() - start;
          half += Math.min(config.batchSize(), articles - from);
        }
      }
      return half * NANOS / nanos;
    }
  }

  private void createTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + SCHEMA);
      for (String table : tables()) {
        statement.execute("create table " + table + " (like " + source(table) + " including all)");
      }
    }
  }

  private List<String> tables() {
    List<String> tables = new ArrayList<>(List.of(main));
    tables.addAll(parts);
    return tables;
  }

  private String source(String table) {
    return config.schema() + "." + table;
  }

  // In the order in which the sink has written them: sorted by a key they would be cheaper.
  private List<Rows> read(Connection connection, int from) throws SQLException {
    List<Rows> all = new ArrayList<>();
    String chosen =
        String.format(
            Locale.ROOT,
            "select %s from %s order by ctid offset %d limit %d",
            key,
            source(main),
            from,
            config.batchSize());
    for (String table : tables()) {
      String of = table.equals(main) ? key : "article_id";
      try (Statement statement = connection.createStatement();
          ResultSet found =
              statement.executeQuery(
                  "select * from "
                      + source(table)
                      + " where "
                      + of
                      + " in ("
                      + chosen
                      + ") order by ctid")) {
        all.add(rows(table, found));
      }
    }
    return all;
  }

  private Rows rows(String table, ResultSet found) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
    }
    List<Object[]> rows = new ArrayList<>();
    while (found.next()) {
      Object[] row = new Object[names.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = found.getObject(i + 1);
      }
      rows.add(row);
    }
    String sql =
        String.format(
            Locale.ROOT,
            "insert into %s (%s) values (%s)",
            table,
            String.join(", ", names),
            String.join(", ", Collections.nCopies(names.size(), "?")));
    return new Rows(table.equals(main) ? sql + replacing(names) : sql, rows);
  }

  private String replacing(List<String> names) {
    return names.stream()
        .map(name -> name + " = excluded." + name)
        .collect(
            Collectors.joining(
                ", ",
                " on conflict (" + key + ") do update set ",
                String.format(
                    Locale.ROOT,
                    " where (excluded.revision_generation, excluded.revision_counter)"
                        + " > (%1$s.revision_generation, %1$s.revision_counter)",
                    main)));
  }

  private static void write(Connection connection, Rows rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(rows.sql())) {
      for (Object[] row : rows.rows()) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
