package newswire.enrich.replay;

import java.util.function.Supplier;
import newswire.enrich.Intake;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * {@code prepared, sketches -> prepared, sketches} of a replay: what was prepared before, byte for
 * byte, takes the place of preparing.
 */
public final class GivenTopology implements Supplier<Topology> {

  private final Topics given;
  private final Topics own;
  private final Intake intake;

  /**
   * Copies records of {@code given} to {@code own}.
   *
   * @param intake which
   */
  public GivenTopology(Topics given, Topics own, Intake intake) {
    this.given = given;
    this.own = own;
    this.intake = intake;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    copy(topology, "prepared", given.prepared(), own.prepared());
    copy(topology, "sketches", given.sketches(), own.sketches());
    return topology;
  }

  private void copy(Topology topology, String name, Topic<?, ?> from, Topic<?, ?> to) {
    topology
        .addSource(
            AutoOffsetReset.earliest(),
            name,
            GivenTopology::timeOf,
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            from.name())
        .addProcessor("take-" + name, () -> new Take(intake), name)
        .addSink(
            name + "-out",
            to.name(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            "take-" + name);
  }

  // Kafka's own extractor stops the whole topology at a time before 1970.
  private static long timeOf(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }

  private static final class Take extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private final Intake intake;

    Take(Intake intake) {
      this.intake = intake;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      RecordMetadata origin = context().recordMetadata().orElseThrow();
      if (intake.takes(origin.topic(), origin.partition(), origin.offset())) {
        context().forward(record);
      }
    }
  }
}
