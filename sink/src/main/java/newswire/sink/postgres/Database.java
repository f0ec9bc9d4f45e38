package newswire.sink.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import newswire.sink.SinkException;
import newswire.sink.intake.Reason;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Connections to the database, and its tables as this program needs them. */
final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 2;
  private static final long CONNECT_MILLIS = 5_000;
  private static final int CONNECT_SECONDS = 5;
  private static final Duration BEYOND_STATEMENT = Duration.ofSeconds(10);

  private final PostgresConfig config;
  private final HikariDataSource pool;

  /** Connects to nothing yet. */
  Database(PostgresConfig config) {
    this.config = config;
    this.pool = new HikariDataSource(settings(config));
  }

  private static HikariConfig settings(PostgresConfig config) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName(config.group());
    hikari.setJdbcUrl(config.jdbcUrl());
    hikari.setUsername(config.user());
    hikari.setPassword(config.password());
    hikari.setMaximumPoolSize(CONNECTIONS);
    hikari.setMinimumIdle(1);
    hikari.setConnectionTimeout(CONNECT_MILLIS);
    hikari.setInitializationFailTimeout(-1); // a database that is down is waited for
    hikari.setAutoCommit(false);
    hikari.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    hikari.setConnectionInitSql(
        "set statement_timeout = "
            + config.statementTimeout().toMillis()
            + "; set lock_timeout = "
            + config.lockTimeout().toMillis()
            + "; set idle_in_transaction_session_timeout = "
            + config.idleTimeout().toMillis());
    Duration silence = config.statementTimeout().plus(BEYOND_STATEMENT);
    hikari.addDataSourceProperty("socketTimeout", Long.toString(silence.toSeconds()));
    hikari.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
    // The detail quotes rows, and with them articles, into logs and letters.
    hikari.addDataSourceProperty("logServerErrorDetail", "false");
    hikari.addDataSourceProperty("tcpKeepAlive", "true");
    hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
    hikari.addDataSourceProperty("currentSchema", config.schema());
    hikari.addDataSourceProperty("ApplicationName", config.group());
    return hikari;
  }

  /** A connection without auto-commit; close it to give it back, which rolls back. */
  Connection connect() throws SQLException {
    return pool.getConnection();
  }

  /**
   * Makes or upgrades the tables.
   *
   * @throws SQLException if the database cannot be reached now
   * @throws SinkException if waiting would not help
   */
  void migrate() throws SQLException {
    try (Connection probe = connect()) {
      probe.rollback();
    } catch (SQLException e) {
      if (SqlFailure.of(e) == SqlFailure.LOGIN) {
        throw new SinkException("Postgres refuses us: " + Reason.sentence(e), e);
      }
      throw e;
    }
    try {
      Flyway flyway = flyway();
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      if (isUnreachable(e)) {
        throw new SQLException("the database went away: " + Reason.sentence(e), e);
      }
      throw new SinkException(
          "The tables in schema " + config.schema() + " cannot be made: " + Reason.sentence(e), e);
    }
  }

  // By itself, without the time-outs of the pool: an index on a large table takes its time.
  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(config.jdbcUrl(), config.user(), config.password())
        .schemas(config.schema())
        .defaultSchema(config.schema())
        .table("schema_history")
        .locations("classpath:newswire/sink/postgres")
        .load();
  }

  private void refuseNewer(Flyway flyway) {
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState().isApplied() && !migration.getState().isResolved()) {
        throw new SinkException(
            "Schema "
                + config.schema()
                + " is of a newer Newswire (its version "
                + migration.getVersion()
                + " is unknown here); use that Newswire or another schema.");
      }
    }
  }

  private static boolean isUnreachable(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String state = at instanceof SQLException sql ? sql.getSQLState() : null;
      if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    pool.close();
  }
}
