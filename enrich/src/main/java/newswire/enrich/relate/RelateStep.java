package newswire.enrich.relate;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import newswire.schemas.Topics;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The hop from sketches to relations and stories, with the stores it decides on. */
final class RelateStep implements ProcessorSupplier<String, Sketch, String, SpecificRecord> {

  static final String RELATIONS = "relations";
  static final String STORIES = "stories";

  private static final String SKETCHES_STORE = "sketches-by-id";
  private static final String ARTICLES_STORE = "articles-by-id";
  private static final String KEYS_STORE = "articles-by-key";
  private static final String DAYS_STORE = "articles-by-day";
  private static final String COPIES_STORE = "copies-by-parent";
  private static final String MEMBERS_STORE = "articles-by-story";
  private static final String RELATIONS_STORE = "relations-by-id";
  private static final String STORIES_STORE = "stories-by-id";

  // With one record comes at most so much clearing up that its transaction stays short.
  private static final int FORGOTTEN_AT_ONCE = 500;

  private final Topics topics;

  RelateStep(Topics topics) {
    this.topics = topics;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        store(SKETCHES_STORE, topics.sketches().value()),
        store(ARTICLES_STORE, topics.sketches().value()),
        store(KEYS_STORE, Serdes.ByteArray()),
        store(DAYS_STORE, Serdes.ByteArray()),
        store(COPIES_STORE, Serdes.ByteArray()),
        store(MEMBERS_STORE, Serdes.ByteArray()),
        store(RELATIONS_STORE, topics.relations().value()),
        store(STORIES_STORE, topics.stories().value()));
  }

  private static <V> StoreBuilder<?> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.Bytes(), values);
  }

  @Override
  public Processor<String, Sketch, String, SpecificRecord> get() {
    return new Step();
  }

  private static final class Step implements Processor<String, Sketch, String, SpecificRecord> {

    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Relating relating;

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
      this.context = context;
      Index index =
          new Index(
              new StoreRows<>(context.getStateStore(SKETCHES_STORE)),
              new StoreRows<>(context.getStateStore(KEYS_STORE)),
              new StoreRows<>(context.getStateStore(DAYS_STORE)));
      Kinship kinship =
          new Kinship(
              new StoreRows<>(context.getStateStore(RELATIONS_STORE)),
              new StoreRows<>(context.getStateStore(COPIES_STORE)),
              new StoreRows<>(context.getStateStore(MEMBERS_STORE)));
      this.relating =
          new Relating(
              index,
              new Articles(new StoreRows<>(context.getStateStore(ARTICLES_STORE))),
              kinship,
              new StoreRows<>(context.getStateStore(STORIES_STORE)));
    }

    @Override
    public void process(Record<String, Sketch> record) {
      Sketch sketch = requireNonNull(record.value(), "the record has no value");
      Relating decisions = requireNonNull(relating);
      Relating.Changes changes = decisions.relate(sketch);
      for (Relation relation : changes.relations()) {
        forward(relation.getArticleId(), relation, relation.getEffective(), RELATIONS);
      }
      for (Relating.StoryChange change : changes.stories()) {
        @Nullable Story story = change.story();
        Instant effective = story == null ? sketch.getEffective() : story.getEffective();
        forward(change.id(), story, effective, STORIES);
      }
      decisions.forget(FORGOTTEN_AT_ONCE);
    }

    private void forward(
        String key, @Nullable SpecificRecord value, Instant effective, String child) {
      // A record's time cannot lie before 1970; an article's can.
      long time = Math.max(0, effective.toEpochMilli());
      requireNonNull(context).forward(new Record<>(key, value, time), child);
    }
  }
}
