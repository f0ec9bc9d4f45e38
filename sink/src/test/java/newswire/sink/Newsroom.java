package newswire.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newswire.local.Addresses;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Topics of their own for one test, and a transactional producer for them. */
public final class Newsroom implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final Addresses addresses;
  private final Topics topics;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  private Newsroom(Addresses addresses, Topics topics) {
    this.addresses = addresses;
    this.topics = topics;
    this.admin = Admin.create(kafka());
    Map<String, Object> config = new HashMap<>(kafka());
    config.put("transactional.id", topics.prefix() + "newsroom");
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes the topics; {@code name} is their prefix. */
  public static Newsroom open(Addresses addresses, String name) {
    SchemaRegistry registry = SchemaRegistry.at(addresses.registryUrl(), Map.of());
    Topics topics = new Topics(name + ".", registry);
    SchemaPlan.of(registry, topics).apply(registry, topics);
    Newsroom newsroom = new Newsroom(addresses, topics);
    newsroom.createTopics();
    newsroom.producer.initTransactions();
    return newsroom;
  }

  private void createTopics() {
    Stream<Topic<?, ?>> all =
        Stream.concat(read(), Stream.of(topics.revisions(), topics.deadLetters()));
    List<NewTopic> created =
        all.map(t -> new NewTopic(t.name(), t.partitions(), (short) 1).configs(t.config()))
            .toList();
    get(() -> admin.createTopics(created).all().get());
  }

  private Stream<Topic<?, ?>> read() {
    return Stream.of(topics.articles(), topics.stories(), topics.withdrawals());
  }

  public Addresses addresses() {
    return addresses;
  }

  public Topics topics() {
    return topics;
  }

  public Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", addresses.bootstrapServers());
  }

  public void publish(Article... articles) {
    publish(List.of(articles));
  }

  /** In one transaction. */
  public void publish(List<Article> articles) {
    inTransaction(articles.stream().map(a -> record(topics.articles(), a.getId(), a)));
  }

  /** States of articles, current or not, in one transaction. */
  public void revise(Article... states) {
    inTransaction(Stream.of(states).map(a -> record(topics.revisions(), a.getId(), a)));
  }

  public void publish(Story story) {
    inTransaction(Stream.of(record(topics.stories(), story.getId(), story)));
  }

  public void order(Withdrawal... orders) {
    inTransaction(Stream.of(orders).map(o -> record(topics.withdrawals(), o.getArticleId(), o)));
  }

  /** An order under the key of another article. */
  public void orderUnder(String key, Withdrawal order) {
    inTransaction(Stream.of(record(topics.withdrawals(), key, order)));
  }

  public void publishBytes(Topic<?, ?> topic, String key, byte @Nullable [] value) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    inTransaction(Stream.of(new ProducerRecord<>(topic.name(), bytes, value)));
  }

  private static <V> ProducerRecord<byte[], byte[]> record(
      Topic<String, V> topic, String key, V value) {
    return new ProducerRecord<>(
        topic.name(),
        key.getBytes(StandardCharsets.UTF_8),
        topic.value().serializer().serialize(topic.name(), value));
  }

  private void inTransaction(Stream<ProducerRecord<byte[], byte[]>> records) {
    producer.beginTransaction();
    records.forEach(producer::send);
    producer.commitTransaction();
  }

  /** Writes what a reader of committed records must never see. */
  public void publishAndAbort(Article article) {
    producer.beginTransaction();
    producer.send(record(topics.articles(), article.getId(), article));
    producer.flush();
    producer.abortTransaction();
  }

  /** Returns when the group has committed the end of every topic, markers included. */
  public void awaitDrained(String group) {
    awaitDrained(group, read().toList());
  }

  /** The same of some topics. */
  public void awaitDrained(String group, List<Topic<?, ?>> topics) {
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(committed(group)).containsAllEntriesOf(ends(topics)));
  }

  private Map<TopicPartition, Long> ends(List<Topic<?, ?>> topics) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    topics.forEach(
        topic -> {
          for (int i = 0; i < topic.partitions(); i++) {
            latest.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
          }
        });
    return get(
        () ->
            admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset())));
  }

  private Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    get(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get())
        .forEach((partition, position) -> committed.put(partition, position.offset()));
    return committed;
  }

  /** How many members the group has. */
  public int members(String group) {
    return get(() -> admin.describeConsumerGroups(List.of(group)).all().get())
        .values()
        .iterator()
        .next()
        .members()
        .size();
  }

  /** Everything in the topic of dead letters, in order. */
  public List<DeadLetter> deadLetters() {
    TopicPartition partition = new TopicPartition(topics.deadLetters().name(), 0);
    List<DeadLetter> letters = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Optional.ofNullable(consumer.endOffsets(List.of(partition)).get(partition)).get();
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          letters.add(topics.deadLetters().value().deserializer().deserialize("", record.value()));
        }
      }
    }
    return letters;
  }

  private interface Answer<T> {
    T get() throws ExecutionException, InterruptedException;
  }

  private static <T> T get(Answer<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
    admin.close(Duration.ofSeconds(2));
  }
}
