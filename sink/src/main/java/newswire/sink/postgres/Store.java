package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import newswire.sink.intake.Batch;

/** Tables and how a batch of changes is written to them. */
interface Store {

  /** Makes, before the transaction, what a batch needs and others would wait for in it. */
  default void prepare(Database database, Batch batch) throws SQLException {}

  /** Writes in the transaction of the caller, who commits or rolls back. */
  void write(Connection connection, Batch batch) throws SQLException;
}
