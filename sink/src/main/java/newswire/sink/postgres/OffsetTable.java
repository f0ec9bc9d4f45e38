package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been stored, and by whom.
 *
 * <p>Every claim raises the epoch of its partition, and an offset moves by compare-and-set from the
 * expected epoch and offset in the transaction of the rows. So of two processes that both believe
 * they own a partition only the later one can write, and nothing is written twice or left out.
 */
final class OffsetTable {

  /** The order in which partitions are locked, so that nobody waits in a circle. */
  static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  /**
   * What the owner of a partition knows of it.
   *
   * @param next offset of the first record that is not stored
   */
  record Claim(long epoch, long next) {}

  /** A move of one partition from what its claim says to {@code to}. */
  record Move(TopicPartition partition, Claim claim, long to) {}

  private static final String CLAIM =
      "insert into sink_offsets (sink_group, topic, partition, next_offset, epoch)"
          + " values (?, ?, ?, 0, 1) on conflict (sink_group, topic, partition)"
          + " do update set epoch = sink_offsets.epoch + 1, updated = now()"
          + " returning epoch, next_offset";

  private static final String MOVE =
      "update sink_offsets set next_offset = ?, updated = now() where sink_group = ?"
          + " and topic = ? and partition = ? and epoch = ? and next_offset = ?";

  private final String group;

  OffsetTable(String group) {
    this.group = group;
  }

  /** Makes the caller the owner; waits for a transaction of the last owner. */
  Claim claim(Connection connection, TopicPartition partition) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setString(1, group);
      statement.setString(2, partition.topic());
      statement.setInt(3, partition.partition());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Claim(row.getLong(1), row.getLong(2));
      }
    }
  }

  /**
   * Moves the offsets.
   *
   * @throws Fenced if any of the partitions has another owner: roll back
   */
  void move(Connection connection, List<Move> moves) throws SQLException, Fenced {
    if (moves.isEmpty()) {
      return;
    }
    List<Move> ordered = new ArrayList<>(moves);
    ordered.sort(Comparator.comparing(Move::partition, ORDER));
    Set<TopicPartition> lost = new TreeSet<>(ORDER);
    try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
      for (Move move : ordered) {
        statement.setLong(1, move.to());
        statement.setString(2, group);
        statement.setString(3, move.partition().topic());
        statement.setInt(4, move.partition().partition());
        statement.setLong(5, move.claim().epoch());
        statement.setLong(6, move.claim().next());
        statement.addBatch();
      }
      int[] changed = statement.executeBatch();
      for (int i = 0; i < changed.length; i++) {
        if (changed[i] != 1) {
          lost.add(ordered.get(i).partition());
        }
      }
    }
    if (!lost.isEmpty()) {
      throw new Fenced(lost);
    }
  }

  /** Another process owns partitions that we believed ours. */
  static final class Fenced extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Set<TopicPartition> partitions;

    Fenced(Set<TopicPartition> partitions) {
      super("another process owns " + partitions);
      this.partitions = partitions;
    }

    Set<TopicPartition> partitions() {
      return partitions;
    }
  }
}
