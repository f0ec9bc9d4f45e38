package newswire.enrich.relate;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import newswire.enrich.rows.Row;
import newswire.schemas.Topics;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.jspecify.annotations.Nullable;

/**
 * {@code sketches, kills -> relate -> relations, stories}. Kills are brought to as many partitions
 * as sketches have: a story may have articles of any.
 */
public final class RelateTopology implements Supplier<Topology> {

  /** Of stores that are read one prefix of their keys at a time, its bytes, by store. */
  public static final Map<String, Integer> PREFIXES =
      Map.of(
          Newsroom.KEYS, Index.PREFIX,
          Newsroom.LISTING, Lists.PREFIX,
          Newsroom.COPIES, Row.PREFIX,
          Newsroom.MEMBERS, Row.PREFIX,
          Newsroom.FOLLOWERS, Forest.PREFIX);

  private final Topics topics;
  private final Predicate<Story> told;

  /** With all stories. */
  public RelateTopology(Topics topics) {
    this(topics, null);
  }

  /**
   * With some stories.
   *
   * @param told which; null for all
   */
  public RelateTopology(Topics topics, @Nullable Predicate<Story> told) {
    this.topics = topics;
    this.told = told == null ? story -> true : told;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, SpecificRecord> related =
        sketches(builder)
            .merge(kills(builder), Named.as("sketches-and-kills"))
            .process(new RelateStep(topics, told), Named.as("relate"));
    related
        .mapValues(Relation.class::cast, Named.as(RelateStep.RELATIONS))
        .to(
            topics.relations().name(),
            Produced.with(topics.relations().key(), topics.relations().value())
                .withName("relations-out"));
    related
        .mapValues(Story.class::cast, Named.as(RelateStep.STORIES))
        .to(
            topics.stories().name(),
            Produced.with(topics.stories().key(), topics.stories().value())
                .withName("stories-out"));
    return builder.build();
  }

  private KStream<String, SpecificRecord> sketches(StreamsBuilder builder) {
    return builder.stream(
            topics.sketches().name(),
            Consumed.with(topics.sketches().key(), topics.sketches().value()).withName("sketches"))
        .mapValues(SpecificRecord.class::cast, Named.as("any-sketch"));
  }

  private KStream<String, SpecificRecord> kills(StreamsBuilder builder) {
    return builder.stream(
            topics.withdrawals().name(),
            Consumed.with(topics.withdrawals().key(), topics.withdrawals().value())
                .withName("withdrawals"))
        .filter((id, withdrawal) -> isKill(withdrawal), Named.as("only-kills"))
        .repartition(
            Repartitioned.<String, Withdrawal>as("kills")
                .withKeySerde(topics.withdrawals().key())
                .withValueSerde(topics.withdrawals().value())
                .withNumberOfPartitions(topics.sketches().partitions()))
        .mapValues(SpecificRecord.class::cast, Named.as("any-kill"));
  }

  private static boolean isKill(@Nullable Withdrawal withdrawal) {
    return withdrawal != null && withdrawal.getStatus() == Status.KILLED;
  }
}
