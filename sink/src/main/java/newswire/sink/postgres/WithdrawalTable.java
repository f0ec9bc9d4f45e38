package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.intake.Orders;

/**
 * The table of withdrawals, and their force over the articles and stories that are there; those
 * that come later are changed by {@link Orders} before they are written.
 */
final class WithdrawalTable {

  private static final Table<Withdrawal> WITHDRAWALS =
      Table.replacing(
          "withdrawals",
          List.of(
              Column.text("article_id", Withdrawal::getArticleId),
              Column.text("status", w -> w.getStatus().name()),
              Column.text("reason", Withdrawal::getReason),
              Column.text("ordered_by", Withdrawal::getBy),
              Column.time("ordered_at", Withdrawal::getAt),
              Column.optionalTime("embargo_until", Withdrawal::getEmbargoUntil)),
          "article_id",
          "withdrawals.status <> 'KILLED'");

  private static final String MARK =
      "update articles a"
          + " set status = w.status, status_reason = w.reason,"
          + " embargo_until = coalesce(w.embargo_until, a.own_embargo_until)"
          + " from withdrawals w"
          + " where a.id = w.article_id and w.article_id = any(?) and a.status <> 'KILLED'";

  private WithdrawalTable() {}

  /**
   * Keeps the orders and carries them out. Needs the exclusive lock of {@link Transaction}: an
   * article being written meanwhile would be seen neither here nor there.
   */
  static void carryOut(Connection connection, Collection<Withdrawal> orders, Set<String> ids)
      throws SQLException {
    if (orders.isEmpty()) {
      return;
    }
    WITHDRAWALS.write(connection, orders);
    run(connection, MARK, ids);
    List<String> killed =
        inForce(connection, ids).byArticle().values().stream()
            .filter(order -> order.getStatus() == Status.KILLED)
            .map(Withdrawal::getArticleId)
            .toList();
    if (!killed.isEmpty()) {
      StoryTable.retitle(connection, killed);
      ArticleTables.blank(connection, killed);
      RevisionTable.blank(connection, killed);
    }
  }

  private static void run(Connection connection, String sql, Collection<String> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, ArticleTables.array(connection, ids));
      statement.executeUpdate();
    }
  }

  /** The orders in force about any of {@code ids}, by article id. */
  static Orders inForce(Connection connection, Set<String> ids) throws SQLException {
    String sql =
        "select article_id, status, reason, embargo_until from withdrawals"
            + " where article_id = any(?)";
    Map<String, Withdrawal> orders = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, ArticleTables.array(connection, ids));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          OffsetDateTime embargo = rows.getObject(4, OffsetDateTime.class);
          Withdrawal order =
              Withdrawal.newBuilder()
                  .setArticleId(rows.getString(1))
                  .setStatus(status(rows.getString(2)))
                  .setReason(rows.getString(3))
                  .setEmbargoUntil(embargo == null ? null : embargo.toInstant())
                  .build();
          orders.put(order.getArticleId(), order);
        }
      }
    }
    return new Orders(orders);
  }

  /** As the schema has it: what we do not know is withheld, and nothing published by mistake. */
  private static Status status(String name) {
    return Stream.of(Status.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElse(Status.WITHHELD);
  }
}
