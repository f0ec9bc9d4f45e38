package newswire.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import newswire.sink.postgres.PostgresConfig;
import picocli.CommandLine.Mixin;

/** The options that say which Postgres a command asks, beside those for its cluster. */
final class StoreOptions {

  private static final String SEARCH_PATH =
      "select set_config('search_path', quote_ident(?) || coalesce((select ', ' ||"
          + " quote_ident(n.nspname) from pg_extension e join pg_namespace n"
          + " on n.oid = e.extnamespace where e.extname = 'pg_trgm'), ''), false)";

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  ClusterOptions cluster() {
    return cluster;
  }

  /** A connection that sees the tables of the schema first, and then pg_trgm where it is. */
  Connection connect() {
    try {
      PostgresConfig config = database.config(cluster, false);
      Connection connection = opened(config);
      try (PreparedStatement statement = connection.prepareStatement(SEARCH_PATH)) {
        statement.setString(1, config.schema());
        statement.execute();
      }
      return connection;
    } catch (SQLException e) {
      throw Exit.missing("Postgres does not answer: " + e.getMessage());
    }
  }

  private static Connection opened(PostgresConfig config) throws SQLException {
    return DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
  }
}
