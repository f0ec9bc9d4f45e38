package newswire.enrich.prepare;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import newswire.enrich.Intake;
import newswire.enrich.rows.StoreRows;
import newswire.schemas.Erasure;
import newswire.schemas.Letters;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The one hop from raw to prepared, with its stores: the {@link History} of every article, and
 * which articles have which paragraphs. What was made live by a replay comes in beside.
 */
final class PrepareStep implements ProcessorSupplier<String, Arrival, Object, Object> {

  static final String PREPARED = "prepared";
  static final String SKETCHES = "sketches";
  static final String DEAD_LETTERS = "dead-letters";

  private static final String VERSIONS = "versions";
  private static final String TEXTS = "version-texts";
  private static final String PROMOTIONS = "promotions-by-id";
  private static final String PARAGRAPHS = "articles-by-paragraph";
  private static final String TIMES = "articles-with-paragraphs-by-time";

  // With one record comes at most so much clearing up that its transaction stays short.
  private static final int FORGOTTEN_AT_ONCE = 20;

  private final Topics topics;
  private final Preparation preparation;
  private final @Nullable Intake intake;

  /** Prepares what {@code intake} takes; all if it is null. */
  PrepareStep(Topics topics, Preparation preparation, @Nullable Intake intake) {
    this.topics = topics;
    this.preparation = preparation;
    this.intake = intake;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        store(VERSIONS, Serdes.String(), topics.prepared().value()),
        store(TEXTS, Serdes.String(), topics.prepared().value()),
        store(PROMOTIONS, Serdes.String(), topics.promotions().value()),
        store(PARAGRAPHS, Serdes.Bytes(), Serdes.ByteArray()),
        store(TIMES, Serdes.Bytes(), Serdes.ByteArray()));
  }

  private static <K, V> StoreBuilder<?> store(String name, Serde<K> keys, Serde<V> values) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
  }

  @Override
  public Processor<String, Arrival, Object, Object> get() {
    return new Step(preparation, intake);
  }

  private static final class Step implements Processor<String, Arrival, Object, Object> {

    private final Preparation preparation;
    private final @Nullable Intake intake;
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable History history;
    private @Nullable SiteSketches sketches;

    Step(Preparation preparation, @Nullable Intake intake) {
      this.preparation = preparation;
      this.intake = intake;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
      this.context = context;
      History kept =
          new History(
              context.getStateStore(VERSIONS),
              context.getStateStore(TEXTS),
              context.getStateStore(PROMOTIONS));
      this.history = kept;
      this.sketches =
          new SiteSketches(
              new StoreRows<>(context.getStateStore(PARAGRAPHS)),
              new StoreRows<>(context.getStateStore(TIMES)),
              kept::article);
    }

    @Override
    public void process(Record<String, Arrival> record) {
      RecordMetadata origin = requireNonNull(context).recordMetadata().orElseThrow();
      @Nullable Arrival arrival = record.value();
      Optional<String> erased =
          arrival == null ? Erasure.articleId(record.headers()) : Optional.empty();
      if (erased.isPresent()) {
        tell(requireNonNull(history).erase(erased.get()));
        return;
      }
      if (intake != null && !intake.takes(origin.topic(), origin.partition(), origin.offset())) {
        return;
      }
      Outcome outcome = outcome(arrival, origin);
      if (outcome instanceof Outcome.Prepared prepared) {
        tell(requireNonNull(history).settle(prepared.article()));
      } else if (outcome instanceof Outcome.Promoted promoted) {
        tell(requireNonNull(history).promote(promoted.article()));
      } else if (outcome instanceof Outcome.Rejected rejected) {
        reject(rejected, record, origin);
      }
    }

    private Outcome outcome(@Nullable Arrival arrival, RecordMetadata origin) {
      if (arrival instanceof Incoming incoming) {
        RawPosition position =
            new RawPosition(origin.topic(), origin.partition(), origin.offset(), "");
        return preparation.prepare(incoming.article(), position);
      }
      if (arrival instanceof Promotion promotion && promotion.isWhole()) {
        return new Outcome.Promoted(promotion.article());
      }
      String reason =
          arrival == null ? "the record has no value" : "the record is no article of a replay";
      return new Outcome.Rejected("prepare.record", reason, new IllegalArgumentException(reason));
    }

    private void tell(History.@Nullable Settled settled) {
      if (settled == null) {
        return;
      }
      String id = settled.after().getId();
      if (settled.told() != null) {
        forward(id, settled.told(), settled.told().getEffective(), PREPARED);
      }
      SiteSketches all = requireNonNull(sketches);
      for (Sketch sketch : all.replace(settled.before(), settled.after())) {
        forward(sketch.getArticleId(), sketch, sketch.getEffective(), SKETCHES);
      }
      all.forget(FORGOTTEN_AT_ONCE);
    }

    private void reject(
        Outcome.Rejected rejected, Record<String, Arrival> record, RecordMetadata origin) {
      @Nullable Arrival arrival = record.value();
      byte @Nullable [] key =
          record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
      ConsumerRecord<byte[], byte[]> original =
          new ConsumerRecord<>(
              origin.topic(),
              origin.partition(),
              origin.offset(),
              record.timestamp(),
              TimestampType.CREATE_TIME,
              ConsumerRecord.NULL_SIZE,
              ConsumerRecord.NULL_SIZE,
              key,
              arrival == null ? null : arrival.bytes(),
              record.headers(),
              Optional.empty());
      DeadLetter.Builder letter =
          Letters.of(
              rejected.stage(), rejected.reason(), rejected.exception().toString(), original);
      if (arrival != null) {
        letter.setSourceId(arrival.sourceId()).setUrl(arrival.url());
      }
      DeadLetter sent = Letters.bounded(letter.build());
      requireNonNull(context)
          .forward(
              new Record<>((Object) key, (Object) sent, record.timestamp(), Letters.headers(sent)),
              DEAD_LETTERS);
    }

    private void forward(String key, Object value, Instant effective, String child) {
      // A record's time cannot lie before 1970; an article's can.
      long time = Math.max(0, effective.toEpochMilli());
      requireNonNull(context).forward(new Record<>((Object) key, value, time), child);
    }
  }
}
