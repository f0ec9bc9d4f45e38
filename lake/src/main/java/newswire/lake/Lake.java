package newswire.lake;

import java.io.IOException;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.kafka.common.TopicPartition;

/**
 * A store that knows how far each partition has come, and takes a range only if the partition
 * stands where the range begins. So of two processes that both believe to own a partition one can
 * write, and no offset is stored twice or left out.
 */
interface Lake extends AutoCloseable {

  /**
   * Makes sure that the store is there; called at the start and after trouble.
   *
   * @throws IOException if it is not, or not now
   */
  void open() throws IOException;

  /** The columns of a dataset, for the rows given to {@link #append}. */
  Schema schema(Dataset dataset);

  /** The offset of the first record that is not stored; ends what a dead process left half done. */
  long claim(Dataset dataset, TopicPartition partition) throws IOException;

  /**
   * Stores ranges, each as a whole or not at all.
   *
   * @throws Fenced if a partition does not stand where its range begins
   * @throws IOException if some may not be stored: claim the partitions again
   */
  void append(Dataset dataset, List<Range> ranges) throws IOException, Fenced;

  @Override
  void close();
}
