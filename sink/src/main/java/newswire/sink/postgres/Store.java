package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import newswire.sink.intake.Batch;

/** Tables and how a batch of changes is written to them. */
interface Store {

  /** Writes in the transaction of the caller, who commits or rolls back. */
  void write(Connection connection, Batch batch) throws SQLException;
}
