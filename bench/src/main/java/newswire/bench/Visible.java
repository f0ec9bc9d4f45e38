package newswire.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.sink.postgres.PostgresConfig;

/** Sees when rows of articles can be seen, to some ten milliseconds. */
final class Visible implements AutoCloseable {

  private static final long PAUSE_MS = 10;

  // Counting reads the whole table.
  private static final long PAUSE_OF_COUNTS_MS = 500;

  private final Connection connection;
  private final String table;
  private final Map<String, Long> expected = new ConcurrentHashMap<>();

  /** Connects; the tables need not be there yet. */
  Visible(PostgresConfig config) throws SQLException {
    this.connection =
        DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
    this.table = config.schema() + ".articles";
  }

  /** Waits for so many rows; may be half a second late. */
  void awaitRows(long rows) throws SQLException, InterruptedException {
    while (true) {
      try (PreparedStatement statement =
              connection.prepareStatement("select count(*) from " + table);
          ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getLong(1) >= rows) {
          return;
        }
      }
      Thread.sleep(PAUSE_OF_COUNTS_MS);
    }
  }

  /**
   * The article of this address is to be seen; for any thread.
   *
   * @param from a {@link System#nanoTime} from which on its time counts
   */
  void expect(String url, long from) {
    expected.put(ArticleId.ofUrl(CanonicalUrl.parse(url).orElseThrow()), from);
  }

  /** Looks until so many have been seen, and gives the nanoseconds that each took, sorted. */
  long[] watch(long articles) throws SQLException, InterruptedException {
    List<Long> took = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("select id from " + table + " where id = any(?)")) {
      while (took.size() < articles) {
        statement.setArray(1, connection.createArrayOf("text", expected.keySet().toArray()));
        try (ResultSet rows = statement.executeQuery()) {
          long now = System.nanoTime();
          while (rows.next()) {
            Long from = expected.remove(rows.getString(1));
            if (from != null) {
              took.add(now - from);
            }
          }
        }
        Thread.sleep(PAUSE_MS);
      }
    }
    return took.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
