package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import newswire.sink.intake.Batch;
import newswire.sink.intake.DeadLetters;
import newswire.sink.intake.Orders;
import newswire.sink.postgres.OffsetTable.Fenced;
import newswire.sink.postgres.OffsetTable.Move;

/** The one transaction in which rows are written and offsets move. */
final class Transaction {

  private final Database database;
  private final OffsetTable offsets;
  private final DeadLetters deadLetters;
  private final String schema;

  Transaction(Database database, OffsetTable offsets, DeadLetters deadLetters, String schema) {
    this.database = database;
    this.offsets = offsets;
    this.deadLetters = deadLetters;
    this.schema = schema;
  }

  /** Does all of it or nothing; after an exception of the commit itself nobody knows which. */
  void run(Batch batch, List<Move> moves) throws SQLException, Fenced {
    try (Connection connection = database.connect()) {
      try {
        // First, as it locks the partitions: whoever comes later waits, and then is fenced.
        offsets.move(connection, moves);
        if (!batch.isEmpty()) {
          write(connection, batch);
        }
        // A letter is out before its record is skipped: after a failure it may be there twice.
        deadLetters.send(batch.refused());
        connection.commit();
      } catch (SQLException | Fenced | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) { // the connection is gone, and with it the transaction
      cause.addSuppressed(e);
    }
  }

  private void write(Connection connection, Batch batch) throws SQLException {
    lock(connection, !batch.orders().isEmpty());
    WithdrawalTable.carryOut(connection, batch.orders(), batch.ordered());
    ArticleTables.remove(connection, batch.articlesGone());
    StoryTable.remove(connection, batch.storiesGone());
    Set<String> governed = batch.governed();
    if (!governed.isEmpty()) {
      Orders orders = WithdrawalTable.inForce(connection, governed);
      ArticleTables.write(connection, batch.articles().stream().map(orders::obeyed).toList());
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
