package newswire.enrich.relate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newswire.enrich.rows.Rows;
import newswire.enrich.rows.RowsAtHand;
import newswire.enrich.rows.StoreRows;
import newswire.schemas.Topics;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The hop from sketches and kills to relations and stories, with the stores it decides on. A clock
 * says when stories are told, and never what is in it.
 */
final class RelateStep
    implements ProcessorSupplier<String, SpecificRecord, String, SpecificRecord> {

  static final String RELATIONS = "relations";
  static final String STORIES = "stories";
  static final Duration STORIES_EVERY = Duration.ofSeconds(1);
  static final Duration LARGE_STORIES_EVERY = Duration.ofSeconds(2);

  private static final List<String> BARE =
      List.of(
          Newsroom.KEYS,
          Newsroom.TIMES,
          Newsroom.LISTING,
          Newsroom.FEATURES,
          Newsroom.PLACES,
          Newsroom.FOLLOWERS,
          Newsroom.COPIES,
          Newsroom.MEMBERS,
          Newsroom.KILLS,
          Newsroom.TOLD,
          Newsroom.UNTOLD);

  // With one record comes at most so much clearing up that its transaction stays short.
  private static final int FORGOTTEN_AT_ONCE = 500;

  // Decoded, a sketch takes some 3 kB.
  private static final int AT_HAND = 2_500;

  private final Topics topics;
  private final Predicate<Story> told;

  RelateStep(Topics topics, Predicate<Story> told) {
    this.topics = topics;
    this.told = told;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    Stream<StoreBuilder<?>> records =
        Stream.of(
            store(Newsroom.PRINTS, topics.sketches().value()),
            store(Newsroom.ARTICLES, topics.sketches().value()),
            store(Newsroom.RELATIONS, topics.relations().value()),
            store(Newsroom.REMNANTS, topics.stories().value()));
    return Stream.concat(records, BARE.stream().map(name -> store(name, Serdes.ByteArray())))
        // In one order, so that the topology is described the same each time.
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static <V> StoreBuilder<?> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.Bytes(), values);
  }

  @Override
  public Processor<String, SpecificRecord, String, SpecificRecord> get() {
    return new Step(told);
  }

  private record StoreTables(ProcessorContext<String, SpecificRecord> context)
      implements Newsroom.Tables {

    @Override
    public Rows<byte[]> bare(String name) {
      return new StoreRows<>(context.getStateStore(name));
    }

    @Override
    public Rows<Sketch> sketches(String name) {
      return new RowsAtHand<>(new StoreRows<>(context.getStateStore(name)), AT_HAND);
    }

    @Override
    public Rows<Relation> relations(String name) {
      return new RowsAtHand<>(new StoreRows<>(context.getStateStore(name)), AT_HAND);
    }

    @Override
    public Rows<Story> stories(String name) {
      return new StoreRows<>(context.getStateStore(name));
    }
  }

  private static final class Step
      implements Processor<String, SpecificRecord, String, SpecificRecord> {

    private final Predicate<Story> told;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Newsroom newsroom;

    Step(Predicate<Story> told) {
      this.told = told;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
      this.context = context;
      this.newsroom = Newsroom.on(new StoreTables(context), told);
      Telling telling = newsroom.telling();
      schedule(context, STORIES_EVERY, telling::tell);
      schedule(context, LARGE_STORIES_EVERY, telling::tellAll);
    }

    private void schedule(
        ProcessorContext<?, ?> context, Duration every, Supplier<List<Telling.StoryChange>> told) {
      context.schedule(every, PunctuationType.WALL_CLOCK_TIME, now -> forward(told.get()));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
      SpecificRecord value = requireNonNull(record.value(), "the record has no value");
      Newsroom decisions = requireNonNull(newsroom);
      List<Relation> changed =
          value instanceof Withdrawal kill
              ? decisions.relating().kill(kill.getArticleId())
              : decisions.relating().relate((Sketch) value);
      for (Relation relation : changed) {
        forward(relation.getArticleId(), relation, relation.getEffective(), RELATIONS);
      }
      decisions.telling().note();
      decisions.relating().forget(FORGOTTEN_AT_ONCE);
    }

    private void forward(List<Telling.StoryChange> changes) {
      for (Telling.StoryChange change : changes) {
        @Nullable Story story = change.story();
        Instant effective = story == null ? Instant.EPOCH : story.getEffective();
        forward(change.id(), story, effective, STORIES);
      }
    }

    private void forward(
        String key, @Nullable SpecificRecord value, Instant effective, String child) {
      // A record's time cannot lie before 1970; an article's can.
      long time = Math.max(0, effective.toEpochMilli());
      requireNonNull(context).forward(new Record<>(key, value, time), child);
    }
  }
}
