package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka killed in the middle of transactions. The fault that {@link KafkaNode} keeps out showed in
 * one of fourteen rounds: after a change there, run this a hundred times ({@code CONTRIBUTING.md}).
 */
class KafkaCrashIT {

  private static final String COMMITTED = "committed ";
  private static final int ENOUGH = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private Path dir;

  private static int rounds() {
    return Integer.getInteger("newswire.crash.rounds", 2);
  }

  @Tag("long")
  @Test
  void everyTransactionIsWholeAfterAKill() throws Exception {
    for (int round = 0; round < rounds(); round++) {
      Path data = dir.resolve("round-" + round);
      Set<String> committed = writeUntilKilled(data, ENOUGH + round);

      DataDirectory directory = DataDirectory.open(data);
      KafkaPart kafka =
          KafkaPart.start(directory, new Ports(directory.path().resolve("ports.properties")));
      try {
        Map<Integer, Set<String>> found = read(kafka.bootstrapServers());
        assertThat(found).hasSize(TransactionsMain.PARTITIONS);
        assertThat(new HashSet<>(found.values())).as("whole in round %s", round).hasSize(1);
        assertThat(found.get(0)).containsAll(committed);
      } finally {
        kafka.stop();
        directory.close();
      }
    }
  }

  private static Set<String> writeUntilKilled(Path data, int transactions) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TransactionsMain.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    Set<String> committed = new HashSet<>();
    List<String> said = new ArrayList<>();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (line.startsWith(COMMITTED)) {
          committed.add(line.substring(COMMITTED.length()));
        }
        if (committed.size() == transactions) {
          break;
        }
      }
      assertThat(committed).as("%s", said).hasSize(transactions);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return committed;
  }

  /** What readers of committed records get of each partition, up to its very end. */
  private static Map<Integer, Set<String>> read(String bootstrap) throws Exception {
    for (int i = 0; i < TransactionsMain.WRITERS; i++) {
      TransactionsMain.producer(bootstrap, Integer.toString(i)).close();
    }
    Set<TopicPartition> partitions =
        IntStream.range(0, TransactionsMain.PARTITIONS)
            .mapToObj(p -> new TopicPartition(TransactionsMain.TOPIC, p))
            .collect(Collectors.toSet());
    Map<TopicPartition, Long> ends = ends(bootstrap, partitions);
    Map<Integer, Set<String>> found = new HashMap<>();
    long start = System.nanoTime();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .as("waiting for %s", ends)
            .isLessThan(PATIENCE);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          found
              .computeIfAbsent(record.partition(), p -> new HashSet<>())
              .add(new String(record.value(), UTF_8));
        }
      }
    }
    return found;
  }

  private static Map<TopicPartition, Long> ends(String bootstrap, Set<TopicPartition> partitions)
      throws Exception {
    Map<TopicPartition, Long> ends = new HashMap<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Map<TopicPartition, OffsetSpec> latest =
          partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
      admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get(20, TimeUnit.SECONDS)
          .forEach((partition, end) -> ends.put(partition, end.offset()));
    }
    return ends;
  }
}
