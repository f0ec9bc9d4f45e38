package newswire.sink.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import newswire.sink.intake.Batch;
import newswire.sink.intake.Item;
import newswire.sink.intake.Reason;
import newswire.sink.postgres.OffsetTable.Fenced;
import newswire.sink.postgres.OffsetTable.Move;
import org.apache.kafka.common.TopicPartition;

/**
 * Stores records in order, as many in one transaction as the store will take: what it refuses for
 * its content is found by halving and goes to the dead letters.
 */
final class BatchWriter {

  private final Transaction transaction;
  private final Ownership ownership;

  BatchWriter(Transaction transaction, Ownership ownership) {
    this.transaction = transaction;
    this.ownership = ownership;
  }

  /**
   * Stores the items.
   *
   * @param items in the order of their partitions, all of partitions in {@code next}
   * @param next where each partition is to stand afterwards
   */
  void write(List<Item> items, SortedMap<TopicPartition, Long> next) throws SQLException, Fenced {
    List<Move> moves = ownership.moves(next);
    if (moves.isEmpty()) {
      return;
    }
    try {
      transaction.run(Batch.of(items), moves);
      ownership.moved(moves);
    } catch (SQLException e) {
      boolean content = SqlFailure.of(e) == SqlFailure.CONTENT;
      if (!content || items.stream().allMatch(Item::isRefused)) {
        throw e;
      }
      writeInParts(items, next, e);
    }
  }

  private void writeInParts(
      List<Item> items, SortedMap<TopicPartition, Long> next, SQLException refusal)
      throws SQLException, Fenced {
    if (items.size() == 1) {
      String reason = "Postgres refuses it: " + Reason.sentence(refusal);
      write(List.of(items.get(0).refused(reason, refusal)), next);
      return;
    }
    List<Item> first = items.subList(0, items.size() / 2);
    List<Item> rest = items.subList(items.size() / 2, items.size());
    write(first, positionsBetween(first, rest, next));
    write(rest, next);
  }

  /** Where the partitions of {@code first} stand when {@code rest} is still to come. */
  private static SortedMap<TopicPartition, Long> positionsBetween(
      List<Item> first, List<Item> rest, SortedMap<TopicPartition, Long> next) {
    SortedMap<TopicPartition, Long> between = new TreeMap<>(next.comparator());
    first.forEach(item -> between.put(item.partition(), next.get(item.partition())));
    for (int i = rest.size() - 1; i >= 0; i--) {
      Item item = rest.get(i);
      between.computeIfPresent(item.partition(), (partition, to) -> item.origin().offset());
    }
    return between;
  }
}
