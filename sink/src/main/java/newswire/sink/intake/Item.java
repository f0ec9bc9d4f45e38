package newswire.sink.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record as it came and what it means. */
public record Item(ConsumerRecord<byte[], byte[]> origin, Change change) {

  public TopicPartition partition() {
    return new TopicPartition(origin.topic(), origin.partition());
  }

  /** Whether it goes to the dead letters. */
  public boolean isRefused() {
    return change instanceof Change.Refused;
  }

  /** The same record as one that the store cannot hold. */
  public Item refused(String reason, Throwable cause) {
    return new Item(origin, new Change.Refused(reason, Reason.exception(cause)));
  }
}
