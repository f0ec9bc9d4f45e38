package newswire.schemas;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * One topic: its name, how keys and values are written, and how the broker is to keep it.
 *
 * @param partitions number of partitions
 * @param config topic configuration as the broker names it
 */
public record Topic<K, V>(
    String name, Serde<K> key, Serde<V> value, int partitions, Map<String, String> config) {

  public Topic {
    config = Map.copyOf(config);
  }

  /** The registry's subject for the values of this topic. */
  public String subject() {
    return name + "-value";
  }
}
