package newswire.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.NullUnmarked;

/**
 * One topology on the test driver, under the settings of production, with a registry of its own.
 */
@NullUnmarked
final class TestPlatform implements AutoCloseable {

  private final String registry = UUID.randomUUID().toString();
  final Topics topics = topicsOf(registry);
  private final Path state;
  private TopologyTestDriver driver;

  TestPlatform(Path state) {
    this.state = state;
  }

  private static Topics topicsOf(String scope) {
    SchemaRegistry registry = SchemaRegistry.inMemory(scope);
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, registry);
    SchemaPlan.of(registry, topics).apply(registry, topics);
    return topics;
  }

  TestPlatform run(String kind, Topology topology) {
    EnrichConfig config = EnrichConfig.of("127.0.0.1:1", state);
    Properties settings = StreamsSettings.of(config, topics, kind);
    // The driver loses what is sent while reading a record if there are transactions.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(topology, settings);
    return this;
  }

  <K, V> void send(Topic<K, V> topic, K key, V value, Instant time) {
    input(topic).pipeInput(key, value, time);
  }

  <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.key().serializer(), topic.value().serializer());
  }

  TestInputTopic<byte[], byte[]> bytesInto(Topic<?, ?> topic) {
    return driver.createInputTopic(
        topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.key().deserializer(), topic.value().deserializer());
  }

  /** The description kept in the tree: a change of it loses state or needs a migration. */
  static String golden(String kind) {
    String name = kind + ".topology.txt";
    try (InputStream file = TestPlatform.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a topology says itself, the stores of a node in order: Kafka Streams has them in none. */
  static String described(Topology topology) {
    return Pattern.compile("stores: \\[(.*?)]")
        .matcher(topology.describe().toString())
        .replaceAll(
            node ->
                "stores: ["
                    + Stream.of(node.group(1).split(", ")).sorted().collect(joining(", "))
                    + "]");
  }

  static void keep(String kind, Topology topology) throws IOException {
    Path copies = Files.createDirectories(Path.of("target", "topologies"));
    Files.writeString(copies.resolve(kind + ".topology.txt"), described(topology), UTF_8);
  }

  /** All that a store of records holds, as text. */
  String stored(String store) {
    StringBuilder all = new StringBuilder();
    try (KeyValueIterator<Object, Object> rows = driver.getKeyValueStore(store).all()) {
      rows.forEachRemaining(row -> all.append(row.value).append('\n'));
    }
    return all.toString();
  }

  /** Lets the clock go on. */
  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  @Override
  public void close() {
    if (driver != null) {
      driver.close();
    }
  }
}
