package newswire.enrich.prepare;

import java.util.function.Supplier;
import newswire.enrich.Intake;
import newswire.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * {@code raw, promotions -> prepare -> prepared, sketches}, with what is rejected going to dead
 * letters; beside it, in every instance, {@code gazetteer -> the names that users added}.
 */
public final class PrepareTopology implements Supplier<Topology> {

  private static final String RAW = "raw";
  private static final String PROMOTIONS = "promotions";
  private static final String PREPARE = "prepare";

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
    return sources(new PrepareStep(topics, preparation, intake))
        .addSink(
            PrepareStep.PREPARED,
            topics.prepared().name(),
            topics.prepared().key().serializer(),
            topics.prepared().value().serializer(),
            PREPARE)
        .addSink(
            PrepareStep.SKETCHES,
            topics.sketches().name(),
            topics.sketches().key().serializer(),
            topics.sketches().value().serializer(),
            PREPARE)
        .addSink(
            PrepareStep.DEAD_LETTERS,
            topics.deadLetters().name(),
            topics.deadLetters().key().serializer(),
            topics.deadLetters().value().serializer(),
            PREPARE)
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

  private Topology sources(PrepareStep step) {
    Topology topology =
        new Topology()
            .addSource(
                AutoOffsetReset.earliest(),
                RAW,
                PrepareTopology::timeOf,
                topics.raw().key().deserializer(),
                new Incoming.Reader(topics.raw().value().deserializer()),
                topics.raw().name());
    // What is computed again is to be what raw records and code make, not what was made before.
    if (intake != null) {
      return topology.addProcessor(PREPARE, step, RAW);
    }
    return topology
        .addSource(
            AutoOffsetReset.earliest(),
            PROMOTIONS,
            PrepareTopology::timeOf,
            topics.promotions().key().deserializer(),
            new Promotion.Reader(topics.promotions().value().deserializer()),
            topics.promotions().name())
        .addProcessor(PREPARE, step, RAW, PROMOTIONS);
  }

  // Kafka's own extractor stops the whole topology at a time before 1970.
  private static long timeOf(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }
}
