package newswire.sink.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import newswire.schemas.Letters;
import newswire.schemas.Topic;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends refused records to the topic of dead letters, with all that is needed to try again. */
public final class DeadLetters implements AutoCloseable {

  private static final int LARGEST_LETTER = 9 * 1024 * 1024;
  private static final int ANSWER_MILLIS = 10_000;

  private final String stage;
  private final Topic<byte[], DeadLetter> topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private long sent;

  /**
   * Connects to nothing yet.
   *
   * @param stage who refuses, such as {@code sink.postgres}
   */
  public DeadLetters(String stage, Topic<byte[], DeadLetter> topic, Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("max.request.size", LARGEST_LETTER);
    config.put("request.timeout.ms", ANSWER_MILLIS / 2);
    config.put("delivery.timeout.ms", ANSWER_MILLIS);
    config.put("max.block.ms", ANSWER_MILLIS);
    this.stage = stage;
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Returns when the letters are safe. */
  public void send(List<Item> refused) {
    List<Future<?>> answers = new ArrayList<>();
    for (Item item : refused) {
      answers.add(producer.send(Letters.record(topic, letter(item))));
    }
    answers.forEach(DeadLetters::await);
    sent += refused.size();
  }

  private static void await(Future<?> answer) {
    try {
      answer.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter cannot be sent: " + Reason.sentence(e), e);
    }
  }

  private DeadLetter letter(Item item) {
    Change.Refused refused = (Change.Refused) item.change();
    return Letters.of(stage, refused.reason(), refused.exception(), item.origin()).build();
  }

  /** Letters since the start. */
  public long sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(ANSWER_MILLIS));
  }
}
