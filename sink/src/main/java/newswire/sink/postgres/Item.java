package newswire.sink.postgres;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record as it came and what it means. */
record Item(ConsumerRecord<byte[], byte[]> origin, Change change) {

  TopicPartition partition() {
    return new TopicPartition(origin.topic(), origin.partition());
  }

  boolean isRefused() {
    return change instanceof Change.Refused;
  }

  Item refused(String reason, Throwable cause) {
    return new Item(origin, new Change.Refused(reason, Reason.exception(cause)));
  }
}
