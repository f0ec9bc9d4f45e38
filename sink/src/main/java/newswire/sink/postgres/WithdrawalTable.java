package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import newswire.schemas.Blank;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import newswire.schemas.avro.Withdrawal;

/**
 * The table of withdrawals, and their force over articles and stories: rows that are there change
 * at once, and rows that come later are changed before they are written, so that the text of a
 * killed article never reaches the store.
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
          + " set status = w.status, status_reason = w.reason, embargo_until = w.embargo_until"
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
        inForce(connection, ids).values().stream()
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
  static Map<String, Withdrawal> inForce(Connection connection, Set<String> ids)
      throws SQLException {
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
    return orders;
  }

  /** As the schema has it: what we do not know is withheld, and nothing published by mistake. */
  private static Status status(String name) {
    return Stream.of(Status.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElse(Status.WITHHELD);
  }

  /** The articles as the orders in force want them. */
  static List<Article> obeying(Collection<Article> articles, Map<String, Withdrawal> orders) {
    List<Article> obeying = new ArrayList<>(articles.size());
    for (Article article : articles) {
      Withdrawal order = orders.get(article.getId());
      Article marked = order == null ? article : marked(article, order);
      obeying.add(marked.getStatus() == Status.KILLED ? Blank.of(marked) : marked);
    }
    return obeying;
  }

  private static Article marked(Article article, Withdrawal order) {
    if (article.getStatus() == Status.KILLED) {
      return article;
    }
    return Article.newBuilder(article)
        .setStatus(order.getStatus())
        .setStatusReason(order.getReason())
        .setEmbargoUntil(order.getEmbargoUntil().orElse(null))
        .build();
  }

  /**
   * The stories as the orders in force want them: under the title of their earliest article that is
   * not killed.
   */
  static List<Story> obeyingStories(Collection<Story> stories, Map<String, Withdrawal> orders) {
    List<Story> obeying = new ArrayList<>(stories.size());
    for (Story story : stories) {
      boolean touched =
          killed(orders, story.getId())
              || story.getTimeline().stream().anyMatch(a -> killed(orders, a.getId()));
      obeying.add(touched ? retitled(story, orders) : story);
    }
    return obeying;
  }

  private static Story retitled(Story story, Map<String, Withdrawal> orders) {
    String headline =
        story.getTimeline().stream()
            .filter(article -> !killed(orders, article.getId()))
            .map(StoryArticle::getTitle)
            .filter(title -> !title.isEmpty())
            .findFirst()
            .orElse("");
    return Story.newBuilder(story).setHeadline(headline).build();
  }

  private static boolean killed(Map<String, Withdrawal> orders, String id) {
    Withdrawal order = orders.get(id);
    return order != null && order.getStatus() == Status.KILLED;
  }
}
