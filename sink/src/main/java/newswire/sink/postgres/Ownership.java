package newswire.sink.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import newswire.sink.postgres.OffsetTable.Claim;
import newswire.sink.postgres.OffsetTable.Move;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions are ours: given by the group, and then claimed in the database. One that is
 * given and not claimed is paused. Belongs to the thread of the consumer.
 */
final class Ownership implements ConsumerRebalanceListener {

  private final Consumer<byte[], byte[]> consumer;
  private final OffsetTable offsets;
  private final SortedMap<TopicPartition, Claim> claimed = new TreeMap<>(OffsetTable.ORDER);

  /** Given and not claimed, with the {@link System#nanoTime} from which on to claim. */
  private final SortedMap<TopicPartition, Long> waiting = new TreeMap<>(OffsetTable.ORDER);

  Ownership(Consumer<byte[], byte[]> consumer, OffsetTable offsets) {
    this.consumer = consumer;
    this.offsets = offsets;
  }

  // No word with the database here: it might be slow, and the whole group waits for our answer.
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    release(partitions, Duration.ZERO);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    claimed.keySet().removeAll(Set.copyOf(partitions));
    waiting.keySet().removeAll(Set.copyOf(partitions));
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    onPartitionsRevoked(partitions);
  }

  /** Lets go of what is given to us, to claim it again after {@code pause}. */
  void release(Collection<TopicPartition> partitions, Duration pause) {
    long due = System.nanoTime() + pause.toNanos();
    for (TopicPartition partition : List.copyOf(partitions)) {
      claimed.remove(partition);
      waiting.put(partition, due);
    }
    consumer.pause(partitions);
  }

  /** Lets go of everything. */
  void releaseAll(Duration pause) {
    release(consumer.assignment(), pause);
  }

  /** Whether the time has come to claim something. */
  boolean isClaimDue() {
    return !due().isEmpty();
  }

  /** Claims what is due and sets the consumer to where the last owner stopped. */
  void claimDue(Database database) throws SQLException {
    List<TopicPartition> due = due();
    SortedMap<TopicPartition, Claim> fresh = new TreeMap<>(OffsetTable.ORDER);
    try (Connection connection = database.connect()) {
      for (TopicPartition partition : due) {
        fresh.put(partition, offsets.claim(connection, partition));
      }
      connection.commit();
    }
    fresh.forEach((partition, claim) -> consumer.seek(partition, claim.next()));
    waiting.keySet().removeAll(due);
    claimed.putAll(fresh);
    consumer.resume(due);
  }

  private List<TopicPartition> due() {
    long now = System.nanoTime();
    List<TopicPartition> due = new ArrayList<>();
    waiting.forEach(
        (partition, from) -> {
          if (now - from >= 0) {
            due.add(partition);
          }
        });
    return due;
  }

  boolean owns(TopicPartition partition) {
    return claimed.containsKey(partition);
  }

  /** The moves that bring partitions of ours to {@code next}. */
  List<Move> moves(Map<TopicPartition, Long> next) {
    List<Move> moves = new ArrayList<>();
    next.forEach(
        (partition, to) -> {
          Claim claim = requireNonNull(claimed.get(partition), "not ours");
          if (claim.next() != to) {
            moves.add(new Move(partition, claim, to));
          }
        });
    return moves;
  }

  /** Takes note of moves that have been committed. */
  void moved(List<Move> moves) {
    for (Move move : moves) {
      claimed.put(move.partition(), new Claim(move.claim().epoch(), move.to()));
    }
  }

  /** How far each partition of ours has been stored. */
  SortedMap<TopicPartition, Long> positions() {
    SortedMap<TopicPartition, Long> positions = new TreeMap<>(OffsetTable.ORDER);
    claimed.forEach((partition, claim) -> positions.put(partition, claim.next()));
    return positions;
  }
}
