package newswire.sink.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import newswire.schemas.Topic;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Header;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends refused records to the topic of dead letters, with all that is needed to try again. */
final class DeadLetters implements AutoCloseable {

  static final String STAGE = "sink.postgres";

  private static final int LARGEST_LETTER = 9 * 1024 * 1024;
  private static final int ANSWER_MILLIS = 10_000;

  private final Topic<byte[], DeadLetter> topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private long sent;

  DeadLetters(Topic<byte[], DeadLetter> topic, Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("max.request.size", LARGEST_LETTER);
    config.put("request.timeout.ms", ANSWER_MILLIS / 2);
    config.put("delivery.timeout.ms", ANSWER_MILLIS);
    config.put("max.block.ms", ANSWER_MILLIS);
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Returns when the letters are safe. */
  void send(List<Item> refused) {
    List<Future<?>> answers = new ArrayList<>();
    for (Item item : refused) {
      answers.add(producer.send(record(item, letter(item))));
    }
    for (int i = 0; i < refused.size(); i++) {
      try {
        await(answers.get(i));
      } catch (RecordTooLargeException e) {
        Item item = refused.get(i);
        await(producer.send(record(item, withoutValue(letter(item)))));
      }
    }
    sent += refused.size();
  }

  private static void await(Future<?> answer) {
    try {
      answer.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException tooLarge) {
        throw tooLarge;
      }
      throw new KafkaException("a dead letter cannot be sent: " + Reason.sentence(e), e);
    }
  }

  private ProducerRecord<byte[], byte[]> record(Item item, DeadLetter letter) {
    byte[] value = topic.value().serializer().serialize(topic.name(), letter);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic.name(), item.origin().key(), value);
    record.headers().add("stage", STAGE.getBytes(StandardCharsets.UTF_8));
    record.headers().add("reason", letter.getReason().getBytes(StandardCharsets.UTF_8));
    return record;
  }

  // The record itself is still where the letter says.
  private static DeadLetter withoutValue(DeadLetter letter) {
    return DeadLetter.newBuilder(letter)
        .setReason(letter.getReason() + "; the value is too large for a letter")
        .setValue(null)
        .build();
  }

  private static DeadLetter letter(Item item) {
    ConsumerRecord<byte[], byte[]> origin = item.origin();
    Change.Refused refused = (Change.Refused) item.change();
    List<Header> headers = new ArrayList<>();
    for (org.apache.kafka.common.header.Header header : origin.headers()) {
      byte @Nullable [] value = header.value();
      headers.add(
          Header.newBuilder()
              .setKey(header.key())
              .setValue(ByteBuffer.wrap(value == null ? new byte[0] : value))
              .build());
    }
    return DeadLetter.newBuilder()
        .setStage(STAGE)
        .setReason(refused.reason())
        .setException(refused.exception())
        .setTopic(origin.topic())
        .setPartition(origin.partition())
        .setOffset(origin.offset())
        .setTimestamp(Instant.ofEpochMilli(origin.timestamp()))
        .setKey(bytes(origin.key()))
        .setValue(bytes(origin.value()))
        .setHeaders(headers)
        .build();
  }

  private static @Nullable ByteBuffer bytes(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  long sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(ANSWER_MILLIS));
  }
}
