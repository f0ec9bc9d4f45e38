package newswire.enrich.prepare;

import java.util.function.Supplier;
import newswire.enrich.Intake;
import newswire.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * {@code raw -> prepare -> prepared, sketches}, with what is rejected going to dead letters; beside
 * it, in every instance, {@code gazetteer -> the names that users added}.
 */
public final class PrepareTopology implements Supplier<Topology> {

  private final Topics topics;
  private final Preparation preparation;
  private final @Nullable Intake intake;

  /** Of all raw records. */
  public PrepareTopology(Topics topics, Preparation preparation) {
    this(topics, preparation, null);
  }

  /**
   * Of some raw records.
   *
   * @param intake which; null for all
   */
  public PrepareTopology(Topics topics, Preparation preparation, @Nullable Intake intake) {
    this.topics = topics;
    this.preparation = preparation;
    this.intake = intake;
  }

  @Override
  public Topology get() {
    PrepareStep step = new PrepareStep(topics, preparation, intake);
    return new Topology()
        .addSource(
            AutoOffsetReset.earliest(),
            "raw",
            PrepareTopology::timeOf,
            topics.raw().key().deserializer(),
            new Incoming.Reader(topics.raw().value().deserializer()),
            topics.raw().name())
        .addProcessor("prepare", step, "raw")
        .addSink(
            PrepareStep.PREPARED,
            topics.prepared().name(),
            topics.prepared().key().serializer(),
            topics.prepared().value().serializer(),
            "prepare")
        .addSink(
            PrepareStep.SKETCHES,
            topics.sketches().name(),
            topics.sketches().key().serializer(),
            topics.sketches().value().serializer(),
            "prepare")
        .addSink(
            PrepareStep.DEAD_LETTERS,
            topics.deadLetters().name(),
            topics.deadLetters().key().serializer(),
            topics.deadLetters().value().serializer(),
            "prepare")
        .addGlobalStore(
            GazetteerStep.store(topics),
            "names",
            PrepareTopology::timeOf,
            topics.gazetteer().key().deserializer(),
            topics.gazetteer().value().deserializer(),
            topics.gazetteer().name(),
            "take-names",
            new GazetteerStep(preparation.gazetteer()));
  }

  // Kafka's own extractor stops the whole topology at a time before 1970.
  private static long timeOf(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }
}
