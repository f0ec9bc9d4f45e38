package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import newswire.sink.intake.Batch;
import newswire.sink.intake.Orders;

/** Articles with all that hangs on them, stories and withdrawals. For one thread. */
final class RowStore implements Store {

  private final String schema;
  private final RevisionPartitions partitions = new RevisionPartitions();

  RowStore(String schema) {
    this.schema = schema;
  }

  @Override
  public void prepare(Database database, Batch batch) throws SQLException {
    partitions.make(database, batch.revisions());
  }

  @Override
  public void write(Connection connection, Batch batch) throws SQLException {
    lock(connection, !batch.orders().isEmpty());
    WithdrawalTable.carryOut(connection, batch.orders(), batch.ordered());
    ArticleTables.remove(connection, batch.articlesGone());
    StoryTable.remove(connection, batch.storiesGone());
    Set<String> governed = batch.governed();
    if (!governed.isEmpty()) {
      Orders orders = WithdrawalTable.inForce(connection, governed);
      ArticleTables.write(connection, batch.articles(), orders);
      RevisionTable.write(connection, batch.revisions(), orders);
      StoryTable.write(connection, batch.stories().stream().map(orders::obeyed).toList());
    }
  }

  /**
   * Articles share a lock that withdrawals take alone. Otherwise a process could write an article
   * having seen no order, while another writes the order having seen no article.
   */
  private void lock(Connection connection, boolean alone) throws SQLException {
    String function = alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
    try (PreparedStatement statement =
        connection.prepareStatement("select " + function + "(hashtextextended(?, 0))")) {
      statement.setString(1, "newswire withdrawals of " + schema);
      statement.execute();
    }
  }
}
