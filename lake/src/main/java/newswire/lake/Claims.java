package newswire.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that the group has given us, each with its backlog from when the store has said
 * where it stands. Until then it is paused. Belongs to the thread of the consumer.
 */
final class Claims implements ConsumerRebalanceListener {

  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, Dataset> datasets;
  private final SortedMap<TopicPartition, Backlog> backlogs = new TreeMap<>(ORDER);
  private boolean complete;

  /** The {@link System#nanoTime} from which on to claim. */
  private long due = System.nanoTime();

  Claims(Consumer<byte[], byte[]> consumer, Map<String, Dataset> datasets) {
    this.consumer = consumer;
    this.datasets = datasets;
  }

  // No word with the store here: it might be slow, and the whole group waits for our answer.
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer.pause(partitions);
    complete = false;
  }

  // What has been read of them is read again by whoever is given them.
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    backlogs.keySet().removeAll(Set.copyOf(partitions));
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    onPartitionsRevoked(partitions);
  }

  /** Forgets what has been read, to claim everything again after {@code pause}. */
  void release(Duration pause) {
    backlogs.clear();
    consumer.pause(consumer.assignment());
    complete = false;
    due = System.nanoTime() + pause.toNanos();
  }

  /** Whether the time has come to claim. */
  boolean isDue() {
    return !complete && System.nanoTime() - due >= 0;
  }

  /** Asks the store where the partitions stand, and reads on from there. */
  void claim(Lake lake) throws IOException {
    for (TopicPartition partition : consumer.assignment()) {
      if (!backlogs.containsKey(partition)) {
        Dataset dataset = requireNonNull(datasets.get(partition.topic()), "not subscribed to");
        long next = lake.claim(dataset, partition);
        consumer.seek(partition, next);
        backlogs.put(partition, new Backlog(dataset, next));
      }
    }
    consumer.resume(consumer.assignment());
    complete = true;
  }

  /** Of the partitions that are claimed. */
  SortedMap<TopicPartition, Backlog> backlogs() {
    return backlogs;
  }

  /** How far each partition has come. */
  SortedMap<TopicPartition, Long> positions() {
    SortedMap<TopicPartition, Long> positions = new TreeMap<>(ORDER);
    backlogs.forEach((partition, backlog) -> positions.put(partition, backlog.done()));
    return positions;
  }
}
