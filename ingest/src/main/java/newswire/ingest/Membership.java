package newswire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import newswire.schemas.Topics;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Our membership of the group that shares the sources: keeps the table true. For one thread. */
final class Membership implements AutoCloseable {

  private static final Duration LOADING = Duration.ofSeconds(90);
  private static final Duration LEAVING = Duration.ofSeconds(1);

  private final Topics topics;
  private final SourceTable table;
  private final Consumer<String, Source> consumer;
  private final CompactedTopic<SourceState> states;
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private boolean joined;

  Membership(KafkaClients clients, Topics topics, SourceTable table) {
    this.topics = topics;
    this.table = table;
    this.consumer = clients.member(topics.sources());
    this.states = new CompactedTopic<>(clients, topics.sourceState());
  }

  void join() {
    consumer.subscribe(
        Set.of(topics.sources().name()),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Sources are read from the beginning by everyone who gets them.
            consumer.seekToBeginning(partitions);
            joined = true;
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            table.release(partitions.stream().map(TopicPartition::partition).toList());
            ends.keySet().removeAll(partitions);
          }
        });
  }

  /** Takes in what has changed, and reads the state of partitions that are new to us. */
  void poll(Duration wait) {
    consumer
        .poll(wait)
        .forEach(
            record ->
                table.put(
                    record.partition(),
                    record.key(),
                    record.value(),
                    Instant.ofEpochMilli(record.timestamp())));
    Set<TopicPartition> fresh =
        consumer.assignment().stream()
            .filter(p -> !table.isLoaded(p.partition()))
            .collect(Collectors.toSet());
    if (!fresh.isEmpty()) {
      load(fresh);
    }
  }

  private void load(Set<TopicPartition> fresh) {
    ends.putAll(consumer.endOffsets(fresh));
    List<Integer> partitions = fresh.stream().map(TopicPartition::partition).toList();
    table.load(partitions, states.read(partitions, LOADING));
  }

  /** Whether every source that was there when we got its partition is in the table. */
  boolean isUpToDate() {
    return joined
        && ends.keySet().containsAll(consumer.assignment())
        && ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  /** Where we are in these partitions; committed with what is written for them. */
  Map<TopicPartition, OffsetAndMetadata> offsets(Set<Integer> partitions) {
    return partitions.stream()
        .map(p -> new TopicPartition(topics.sources().name(), p))
        .collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(consumer.position(p))));
  }

  ConsumerGroupMetadata group() {
    return consumer.groupMetadata();
  }

  /** Gives the sources to others at once; {@link #close} alone keeps them for our return. */
  void leave() {
    close(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
  }

  @Override
  public void close() {
    close(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP);
  }

  private void close(CloseOptions.GroupMembershipOperation operation) {
    consumer.close(CloseOptions.timeout(LEAVING).withGroupMembershipOperation(operation));
  }
}
