package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import newswire.schemas.avro.SourceState;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompactedTopicIT {

  private TestWorld world;

  @BeforeEach
  void open() throws Exception {
    world = new TestWorld("compacted");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ProducerRecord<byte[], byte[]> state(String id, int partition) {
    SourceState state = SourceState.newBuilder().setSourceId(id).build();
    String topic = world.topics().sourceState().name();
    byte[] value = world.topics().sourceState().value().serializer().serialize(topic, state);
    return new ProducerRecord<>(topic, partition, id.getBytes(UTF_8), value);
  }

  @Test
  void waitsForAnOpenTransactionAndSaysWhichIfInVain() {
    CompactedTopic<SourceState> states =
        new CompactedTopic<>(world.clients(), world.topics().sourceState());
    try (Producer<byte[], byte[]> producer = world.clients().producer("compacted-test")) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(state("وكالة", 0));
      producer.send(state("агентство", 1));
      producer.flush();

      assertThatThrownBy(() -> states.read(Duration.ofSeconds(1)))
          .isInstanceOf(TimeoutException.class)
          .hasMessageContaining("the end of compacted.source-state.v1 was not reached")
          .hasMessageContaining("compacted.source-state.v1-1=0 of 1")
          .hasMessageContaining("open at 0 (Ongoing)");

      producer.commitTransaction();
      assertThat(states.read(Duration.ofSeconds(20))).containsOnlyKeys("وكالة", "агентство");
    }
  }
}
