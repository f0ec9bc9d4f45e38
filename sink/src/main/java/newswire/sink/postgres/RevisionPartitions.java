package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import newswire.sink.intake.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions of the table of states, one for each effective day. A partition that cannot be
 * made is not missed: its rows lie in the default one, and the day stays there.
 *
 * <p>One is made outside of any batch, in a short transaction of its own, and attached, which lets
 * others go on writing. For one thread.
 */
final class RevisionPartitions {

  private static final Logger LOG = LoggerFactory.getLogger(RevisionPartitions.class);
  private static final String TABLE = "article_revisions";
  private static final LocalDate FIRST = LocalDate.EPOCH;
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  // A query over all takes six locks of each, of the 6,400 that Postgres has by default.
  private static final int MOST = 700;

  // To wait longer for a query that reads the default partition would hold back those behind us.
  private static final String PATIENCE = "set local lock_timeout = '2s'";

  private final Set<LocalDate> settled = new HashSet<>();

  /** Makes those that these states need, if that can be done now. */
  void make(Database database, Collection<Change.Revised> revisions) throws SQLException {
    Set<LocalDate> days = new TreeSet<>();
    for (Change.Revised revised : revisions) {
      day(revised.article().getEffective(), days);
    }
    days.removeAll(settled);
    if (days.isEmpty()) {
      return;
    }
    try (Connection connection = database.connect()) {
      for (LocalDate day : days) {
        settle(connection, day);
        settled.add(day);
      }
    }
  }

  private static void day(Instant effective, Set<LocalDate> days) {
    if (!effective.isBefore(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant())
        && effective.isBefore(LAST.atStartOfDay(ZoneOffset.UTC).toInstant())) {
      days.add(LocalDate.ofInstant(effective, ZoneOffset.UTC));
    }
  }

  private static void settle(Connection connection, LocalDate day) throws SQLException {
    String name = TABLE + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    try (Statement statement = connection.createStatement()) {
      statement.execute(PATIENCE);
      // Two processes that make the same one do it after each other.
      statement.execute("lock table only " + TABLE + " in share update exclusive mode");
      if (isMissing(statement, name)) {
        statement.execute("create table " + name + " (like " + TABLE + " including all)");
        statement.execute(
            "alter table "
                + TABLE
                + " attach partition "
                + name
                + " for values from ('"
                + day
                + " 00:00:00+00') to ('"
                + day.plusDays(1)
                + " 00:00:00+00')");
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      if (!isHarmless(e)) {
        throw e;
      }
      LOG.info("no partition {}, its rows go to the default one: {}", name, e.getMessage());
    }
  }

  private static boolean isMissing(Statement statement, String name) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select to_regclass('"
                + name
                + "') is null and count(*) < "
                + MOST
                + " from pg_inherits where inhparent = '"
                + TABLE
                + "'::regclass")) {
      return row.next() && row.getBoolean(1);
    }
  }

  // Somebody reads the table for long, or the default partition has rows of that day.
  private static boolean isHarmless(SQLException e) {
    return "55P03".equals(e.getSQLState()) || "23514".equals(e.getSQLState());
  }
}
