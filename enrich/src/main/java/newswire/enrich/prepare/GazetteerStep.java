package newswire.enrich.prepare;

import static java.util.Objects.requireNonNull;

import newswire.enrich.entities.UserGazetteer;
import newswire.schemas.Topics;
import newswire.schemas.avro.GazetteerEntry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Takes the names that users added from their topic: all of them before the first article, and
 * every later one while articles are processed. The store is in memory, so that every start reads
 * the whole topic through this step.
 */
final class GazetteerStep implements ProcessorSupplier<String, GazetteerEntry, Void, Void> {

  static final String GAZETTEER = "gazetteer";

  private final UserGazetteer gazetteer;

  GazetteerStep(UserGazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The store that a global step must have; nothing else reads it. */
  static StoreBuilder<?> store(Topics topics) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(GAZETTEER),
            topics.gazetteer().key(),
            topics.gazetteer().value())
        .withLoggingDisabled();
  }

  @Override
  public Processor<String, GazetteerEntry, Void, Void> get() {
    return new Step(gazetteer);
  }

  private static final class Step implements Processor<String, GazetteerEntry, Void, Void> {

    private final UserGazetteer gazetteer;
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable KeyValueStore<String, GazetteerEntry> store;

    Step(UserGazetteer gazetteer) {
      this.gazetteer = gazetteer;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      this.context = context;
      this.store = context.getStateStore(GAZETTEER);
    }

    @Override
    public void process(Record<String, GazetteerEntry> record) {
      long offset = requireNonNull(context).recordMetadata().orElseThrow().offset();
      @Nullable GazetteerEntry entry = record.value();
      requireNonNull(store).put(record.key(), entry);
      gazetteer.put(record.key(), entry, offset);
    }
  }
}
