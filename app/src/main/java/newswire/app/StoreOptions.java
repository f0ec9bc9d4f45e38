package newswire.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import newswire.sink.postgres.PostgresConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which Postgres a command asks, beside those for its cluster. */
final class StoreOptions {

  private static final String PASSWORD = "NEWSWIRE_POSTGRES_PASSWORD";

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description = {
        "The database, such as jdbc:postgresql://HOST:5432/newswire, instead of that of --data;",
        "its password is read from " + PASSWORD + "."
      })
  private @Nullable String jdbcUrl;

  @Option(names = "--jdbc-user", paramLabel = "NAME", description = "User of that database.")
  private String user = "newswire";

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      defaultValue = "newswire",
      description = "Schema that holds the tables (default: ${DEFAULT-VALUE}).")
  private String schema = "newswire";

  ClusterOptions cluster() {
    return cluster;
  }

  /** A connection that sees the tables of the schema first. */
  Connection connect() {
    try {
      Connection connection = opened(config());
      connection.setSchema(schema);
      return connection;
    } catch (SQLException e) {
      throw Exit.missing("Postgres does not answer: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Exit.usage(String.valueOf(e.getMessage()));
    }
  }

  private static Connection opened(PostgresConfig config) throws SQLException {
    return DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
  }

  private PostgresConfig config() {
    if (jdbcUrl != null) {
      String password = Objects.requireNonNullElse(System.getenv(PASSWORD), "");
      return PostgresConfig.of(jdbcUrl, user, password);
    }
    if (cluster.isRemote()) {
      throw Exit.usage("--bootstrap-server needs --jdbc-url URL as well");
    }
    RunFile run = cluster.running();
    return PostgresConfig.of(run.jdbcUrl(), run.jdbcUser(), run.jdbcPassword());
  }
}
