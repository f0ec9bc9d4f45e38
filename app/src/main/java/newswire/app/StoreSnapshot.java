package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import newswire.app.StoreState.Rank;
import org.apache.kafka.common.utils.Utils;

/**
 * The tables of a sink and how far it has come, as of one moment: offsets move in the transaction
 * of the rows, so that the two agree while the sink works on. For one thread.
 */
final class StoreSnapshot implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 10_000;

  private final Connection connection;

  /** Takes the connection over; the moment is now. */
  StoreSnapshot(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    // What is seen is that of the first query.
    try (Statement first = connection.createStatement()) {
      first.execute("select 1");
    }
  }

  /** The offset after the last stored record, by partition; empty if the sink never was there. */
  SortedMap<Integer, Long> offsets(String group, String topic) throws SQLException {
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select partition, next_offset from sink_offsets"
                + " where sink_group = ? and topic = ?")) {
      statement.setString(1, group);
      statement.setString(2, topic);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          offsets.put(rows.getInt(1), rows.getLong(2));
        }
      }
    }
    return offsets;
  }

  /** The ranks of the rows of these keys. */
  Map<String, Rank> rows(StoredTopic<?> stored, Collection<String> keys) throws SQLException {
    Map<String, Rank> found = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select * from (" + stored.rows() + ") as stored where id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), new Rank(rows.getInt(2), rows.getLong(3)));
        }
      }
    }
    return found;
  }

  /** How many rows there are by the partition that their key belongs to. */
  Map<Integer, Long> counts(StoredTopic<?> stored) throws SQLException {
    Map<Integer, Long> counts = new HashMap<>();
    each(stored, id -> counts.merge(home(stored, id), 1L, Long::sum));
    return counts;
  }

  /** Gives the keys of all rows that belong to a partition. */
  void each(StoredTopic<?> stored, int partition, Consumer<String> each) throws SQLException {
    each(
        stored,
        id -> {
          if (home(stored, id) == partition) {
            each.accept(id);
          }
        });
  }

  private void each(StoredTopic<?> stored, Consumer<String> each) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(stored.rows())) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getInt(2) != StoredTopic.ANY) {
            each.accept(rows.getString(1));
          }
        }
      }
    }
  }

  // As the producers choose, which leave it to Kafka.
  private static int home(StoredTopic<?> stored, String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % stored.topic().partitions();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
