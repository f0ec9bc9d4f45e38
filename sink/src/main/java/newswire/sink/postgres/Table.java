package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as seen from what fills it: writes many rows in few statements.
 *
 * <p>The driver joins the rows of a batch into statements of up to 128 rows each
 * (reWriteBatchedInserts); it cannot do so for a statement that returns something.
 */
final class Table<T> {

  private final List<Column<T>> columns;
  private final String sql;

  private Table(List<Column<T>> columns, String sql) {
    this.columns = columns;
    this.sql = sql;
  }

  /** Rows that are never there yet. */
  static <T> Table<T> of(String name, List<Column<T>> columns) {
    return new Table<>(columns, insert(name, columns));
  }

  /** Rows that give way to the one of the same key that is there. */
  static <T> Table<T> keeping(String name, List<Column<T>> columns) {
    return new Table<>(columns, insert(name, columns) + " on conflict do nothing");
  }

  /**
   * Rows that replace the one of the same key.
   *
   * @param key column of the primary key
   * @param condition what {@code excluded} must be against the row there to replace it
   */
  static <T> Table<T> replacing(
      String name, List<Column<T>> columns, String key, String condition) {
    String changes =
        columns.stream()
            .map(Column::name)
            .filter(column -> !column.equals(key))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    return new Table<>(
        columns,
        insert(name, columns)
            + " on conflict ("
            + key
            + ") do update set "
            + changes
            + " where "
            + condition);
  }

  private static <T> String insert(String name, List<Column<T>> columns) {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "insert into " + name + " (" + names + ") values (" + marks + ")";
  }

  void write(Connection connection, Collection<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).binder().bind(statement, i + 1, row);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
