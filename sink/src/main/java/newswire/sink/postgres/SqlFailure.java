package newswire.sink.postgres;

import java.sql.SQLException;

/** What a failure of the database means, by its SQLSTATE. */
enum SqlFailure {
  /** The database is there and refuses what a record holds: waiting would not help. */
  CONTENT,
  /** The database is there and refuses us. */
  LOGIN,
  /** All else: the database is down, full, busy or misconfigured, and may recover. */
  STORE;

  /** By the first SQLSTATE in the chain of causes. */
  static SqlFailure of(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        SqlFailure meaning = ofState(sql.getSQLState());
        if (meaning != STORE) {
          return meaning;
        }
      }
    }
    return STORE;
  }

  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  private static SqlFailure ofState(String state) {
    boolean data = state.startsWith("22"); // data exception
    boolean constraint = state.startsWith("23");
    boolean limit = state.equals("54000"); // such as a value too long for an index
    if (data || constraint || limit) {
      return CONTENT;
    }
    boolean refused = state.startsWith("28") || state.equals("3D000");
    return refused ? LOGIN : STORE;
  }
}
