package newswire.sink.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the consumers of sinks: committed records, from the start, shared by a group. */
public final class GroupConsumer {

  private GroupConsumer() {}

  /**
   * A consumer that commits nothing by itself.
   *
   * @param kafka {@code bootstrap.servers} and whatever else the clients need here
   * @param batchSize most records of one poll
   */
  public static KafkaConsumer<byte[], byte[]> of(
      Map<String, Object> kafka, String group, int batchSize) {
    Map<String, Object> settings = new HashMap<>();
    // How long a killed process keeps its partitions from the others.
    settings.put("session.timeout.ms", 6_000);
    settings.put("heartbeat.interval.ms", 2_000);
    settings.putAll(kafka);
    settings.put("group.id", group);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", batchSize);
    settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
