package newswire.enrich.assemble;

import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.Supplier;
import newswire.schemas.InForce;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * {@code prepared x relations x withdrawals -> articles, revisions}. An article, and each new
 * version of it, comes out once it is decided what it is a copy of: readers would otherwise see all
 * news twice, first as if all of it were original. Only a kill waits for nothing.
 */
public final class AssembleTopology implements Supplier<Topology> {

  private static final TimestampExtractor OWN_TIME =
      (record, partitionTime) -> Math.max(0, record.timestamp());

  // Of all records at hand Kafka Streams takes the oldest first: at time 0 an order does not wait
  // behind a backlog of articles.
  private static final TimestampExtractor FIRST = (order, partitionTime) -> 0;

  private final Topics topics;
  private final int generation;
  private final @Nullable Predicate<Article> told;

  /**
   * The topology of one enrichment run, with all articles.
   *
   * @param generation greater than that of every run whose results this one replaces
   */
  public AssembleTopology(Topics topics, int generation) {
    this(topics, generation, null);
  }

  /**
   * The topology of one enrichment run.
   *
   * @param generation greater than that of every run whose results this one replaces
   * @param told which articles come out; null for all
   */
  public AssembleTopology(Topics topics, int generation, @Nullable Predicate<Article> told) {
    this.topics = topics;
    this.generation = generation;
    this.told = told;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Article> articles =
        table(builder, topics.prepared(), "prepared", OWN_TIME)
            .leftJoin(
                table(builder, topics.relations(), "relations", OWN_TIME),
                Assembly::related,
                Named.as("relate"))
            .leftJoin(orders(builder), InForce::obeyed, Named.as("withdraw"))
            .toStream(Named.as("assembled"))
            .filter((id, article) -> Assembly.isDecided(article), Named.as("decided"))
            .processValues(
                new Revisions(generation, told == null ? article -> true : told),
                Named.as("number"));
    articles.to(topics.articles().name(), produced(topics.articles(), "articles"));
    states(articles).to(topics.revisions().name(), produced(topics.revisions(), "revisions"));
    return builder.build(sourcesAsChangelogs());
  }

  // Where some are not told, an article that was can stop to be: that is no state of it.
  private KStream<String, Article> states(KStream<String, Article> articles) {
    return told == null
        ? articles
        : articles.filter((id, article) -> article != null, Named.as("states"));
  }

  // A table of the topic would let a later order lift a kill.
  private KTable<String, Withdrawal> orders(StreamsBuilder builder) {
    Topic<String, Withdrawal> topic = topics.withdrawals();
    return builder.stream(
            topic.name(),
            Consumed.with(topic.key(), topic.value())
                .withName("withdrawals")
                .withTimestampExtractor(FIRST))
        .groupByKey(Grouped.with("orders", topic.key(), topic.value()))
        .reduce(
            InForce::of,
            Named.as("in-force"),
            Materialized.<String, Withdrawal, KeyValueStore<Bytes, byte[]>>as("orders")
                .withKeySerde(topic.key())
                .withValueSerde(topic.value()));
  }

  private static <V> KTable<String, V> table(
      StreamsBuilder builder, Topic<String, V> topic, String name, TimestampExtractor time) {
    Consumed<String, V> consumed =
        Consumed.with(topic.key(), topic.value()).withName(name).withTimestampExtractor(time);
    return builder.table(
        topic.name(),
        consumed,
        Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(name)
            .withKeySerde(topic.key())
            .withValueSerde(topic.value()));
  }

  private static <V> Produced<String, V> produced(Topic<String, V> topic, String name) {
    return Produced.with(topic.key(), topic.value()).withName(name);
  }

  // The topics are compacted by the tables' own keys: copies of them would hold nothing more.
  private static Properties sourcesAsChangelogs() {
    Properties properties = new Properties();
    properties.put(
        StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
    return properties;
  }
}
