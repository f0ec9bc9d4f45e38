package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import newswire.sink.intake.Batch;
import newswire.sink.intake.DeadLetters;
import newswire.sink.postgres.OffsetTable.Fenced;
import newswire.sink.postgres.OffsetTable.Move;

/** The one transaction in which rows are written and offsets move. */
final class Transaction {

  private final Database database;
  private final OffsetTable offsets;
  private final DeadLetters deadLetters;
  private final Store store;

  Transaction(Database database, OffsetTable offsets, DeadLetters deadLetters, Store store) {
    this.database = database;
    this.offsets = offsets;
    this.deadLetters = deadLetters;
    this.store = store;
  }

  /** Does all of it or nothing; after an exception of the commit itself nobody knows which. */
  void run(Batch batch, List<Move> moves) throws SQLException, Fenced {
    store.prepare(database, batch);
    try (Connection connection = database.connect()) {
      try {
        // First, as it locks the partitions: whoever comes later waits, and then is fenced.
        offsets.move(connection, moves);
        if (!batch.isEmpty()) {
          store.write(connection, batch);
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
}
