package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.Letters;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters from the failure to the end, by the commands a user has. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] UNKNOWN_SCHEMA = {0, 0x7f, 0, 0, 1, 2, 3};
  private static final long TIME = Instant.parse("2026-11-23T10:00:00Z").toEpochMilli();
  private static final List<String> TEXTS =
      List.of(HandMade.ARABIC + " ☠", HandMade.CHINESE + " ☠", HandMade.RUSSIAN + " ☠");

  @TempDir private static Path dir;
  private static DeadWorld world;
  private static Topics topics;

  @BeforeAll
  static void start() throws Exception {
    world = new DeadWorld(dir);
    topics = world.topics();
    world.enrich(true);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static String site(int number) {
    return "site" + number + ".example";
  }

  private static InProcess ok(String... args) {
    InProcess run = world.run(args);
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    System.out.println("$ newswire " + String.join(" ", args) + "\n" + run.out() + run.err());
    return run;
  }

  private static InProcess refused(int code, String... args) {
    InProcess run = world.run(args);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    System.out.println("$ newswire " + String.join(" ", args) + "\n" + run.out() + run.err());
    return run;
  }

  @Test
  @Order(1)
  void everyFailureOfEnrichmentReachesTheOneTopic() throws Exception {
    for (int i = 0; i < TEXTS.size(); i++) {
      RawArticle raw = HandMade.raw(i + 1, TEXTS.get(i));
      byte[] value = topics.raw().value().serializer().serialize("", raw);
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              topics.raw().name(), null, TIME + i, site(i + 1).getBytes(UTF_8), value);
      record.headers().add("след", "أثر".getBytes(UTF_8));
      world.send(record);
    }
    List<String> damaged =
        List.of(
            topics.raw().name(),
            topics.gazetteer().name(),
            topics.sketches().name(),
            topics.prepared().name(),
            topics.withdrawals().name());
    Map<String, RecordMetadata> places = new TreeMap<>();
    for (String topic : damaged) {
      places.put(
          topic, world.send(new ProducerRecord<>(topic, "坏".getBytes(UTF_8), UNKNOWN_SCHEMA)));
    }
    // Withdrawals are read by relate and by assemble.
    world.awaitLetters(TEXTS.size() + damaged.size() + 1);

    for (DeadLetter letter : world.letters()) {
      RecordMetadata place = places.get(letter.getTopic());
      if (!letter.getStage().equals("prepare.faulty")) {
        assertThat(letter.getValue()).hasValue(ByteBuffer.wrap(UNKNOWN_SCHEMA));
        assertThat(letter.getKey()).hasValue(UTF_8.encode("坏"));
      }
      assertThat(letter.getOffset()).isNotNegative();
      assertThat(letter.getPartition()).isNotNegative();
      assertThat(letter.getReason()).isNotEmpty();
      assertThat(letter.getException()).isNotEmpty();
      assertThat(place == null || place.offset() == letter.getOffset() || letter.getStage().startsWith("prepare.")).isTrue();
    }
    assertThat(world.letters())
        .extracting(DeadLetter::getStage)
        .contains(
            "prepare.deserialise", "relate.deserialise", "assemble.deserialise");
    assertThat(world.isEnriching()).isTrue();
    ok("dead", "list");
    ok("dead", "list", "--each");
    ok("dead", "list", "-o", "json");
    ok("dead", "show", Letters.id(world.letters().get(0)));
    ok("dead", "show", Letters.id(world.letters().get(0)), "-o", "json");
    ok("dead", "redrive", "--all", "--dry-run");
  }
}
