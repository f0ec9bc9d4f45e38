package newswire.sink.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Kafka how far we are, for tools that show lag; nothing is ever read from it. */
public final class LagReport {

  private static final Logger LOG = LoggerFactory.getLogger(LagReport.class);
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> known = new HashMap<>();
  private boolean underWay;

  public LagReport(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Reports what Kafka does not know, again and again until it does. */
  public void report(SortedMap<TopicPartition, Long> positions) {
    known.keySet().retainAll(positions.keySet());
    Map<TopicPartition, OffsetAndMetadata> news = news(positions);
    if (underWay || news.isEmpty()) {
      return;
    }
    underWay = true;
    consumer.commitAsync(
        news,
        (told, failure) -> {
          underWay = false;
          if (failure == null) {
            told.forEach((partition, position) -> known.put(partition, position.offset()));
          } else {
            LOG.debug("Kafka did not take note of the offsets", failure);
          }
        });
  }

  /** Reports at the end. */
  public void reportLast(SortedMap<TopicPartition, Long> positions) {
    try {
      consumer.commitSync(news(positions), LAST_WORD);
    } catch (KafkaException e) {
      LOG.debug("Kafka did not take note of the last offsets", e);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> news(SortedMap<TopicPartition, Long> positions) {
    Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
    positions.forEach(
        (partition, next) -> {
          if (!next.equals(known.get(partition))) {
            news.put(partition, new OffsetAndMetadata(next));
          }
        });
    return news;
  }
}
