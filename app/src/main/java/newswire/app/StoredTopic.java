package newswire.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import newswire.app.StoreState.Rank;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;

/**
 * A topic and the table that a sink keeps of it.
 *
 * @param name of both, for people
 * @param stage of the sink in dead letters
 * @param rows a query for key, generation and counter of every row, the key called {@code id}
 * @param lastWins whether the last record of a key counts, and not the one of the greatest rank
 */
record StoredTopic<V>(
    String name,
    Topic<String, V> topic,
    String group,
    String stage,
    String rows,
    Function<V, StoreState> state,
    boolean lastWins) {

  /** Rank of a row that is right whatever the record is. */
  static final int ANY = Integer.MAX_VALUE;

  /** What the stages of all of them begin with. */
  static final String STAGE = "sink.postgres";

  /** All that the sinks of Postgres keep; {@code group} is that of the rows. */
  static List<StoredTopic<?>> all(Topics topics, String group, String searchGroup) {
    return List.of(
        new StoredTopic<>(
            "articles",
            topics.articles(),
            group,
            STAGE,
            "select id, revision_generation, revision_counter from articles",
            StoredTopic::of,
            false),
        new StoredTopic<>(
            "stories",
            topics.stories(),
            group,
            STAGE,
            "select id, 0, size from stories",
            StoredTopic::of,
            true),
        new StoredTopic<>(
            "withdrawals",
            topics.withdrawals(),
            group,
            STAGE,
            "select article_id as id, (status = 'KILLED')::int, 0 from withdrawals",
            StoredTopic::of,
            false),
        new StoredTopic<>(
            "search",
            topics.articles(),
            searchGroup,
            STAGE + ".search",
            "select article_id as id, case when killed then "
                + ANY
                + " else revision_generation end, revision_counter from article_search",
            StoredTopic::of,
            false));
  }

  private static StoreState of(Article article) {
    Rank rank = new Rank(article.getRevision().getGeneration(), article.getRevision().getCounter());
    return new StoreState(rank, day(article.getEffective()), article.getLanguage().getTag());
  }

  private static StoreState of(Story story) {
    return new StoreState(
        new Rank(0, story.getSize()), day(story.getEffective()), story.getLanguage());
  }

  // A kill is for ever; of other orders the last one counts.
  private static StoreState of(Withdrawal order) {
    return new StoreState(
        new Rank(order.getStatus() == Status.KILLED ? 1 : 0, 0), day(order.getAt()), "");
  }

  private static String day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  /** Whether a row of rank {@code found} is what a record of rank {@code wanted} must have made. */
  boolean agrees(Rank wanted, Rank found) {
    int order = found.compareTo(wanted);
    return lastWins ? order == 0 : order >= 0;
  }

  /** Whether a later record replaces an earlier one of the same key. */
  boolean replaces(Rank later, Rank earlier) {
    return lastWins || later.compareTo(earlier) >= 0;
  }
}
