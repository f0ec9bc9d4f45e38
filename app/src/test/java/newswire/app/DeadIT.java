package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newswire.schemas.Letters;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
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
    InProcess run = dead(args);
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    return run;
  }

  private static InProcess dead(String... args) {
    return world.run(Stream.concat(Stream.of("dead"), Arrays.stream(args)).toArray(String[]::new));
  }

  private static InProcess refused(int code, String... args) {
    InProcess run = dead(args);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
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
    for (String topic : damaged) {
      world.send(new ProducerRecord<>(topic, "坏".getBytes(UTF_8), UNKNOWN_SCHEMA));
    }
    // Withdrawals are read by relate and by assemble.
    world.awaitLetters(TEXTS.size() + damaged.size() + 1);

    for (DeadLetter letter : world.letters()) {
      if (!letter.getStage().equals("prepare.faulty")) {
        assertThat(letter.getValue()).hasValue(ByteBuffer.wrap(UNKNOWN_SCHEMA));
        assertThat(letter.getKey()).hasValue(UTF_8.encode("坏"));
      }
      assertThat(letter.getOffset()).isNotNegative();
      assertThat(letter.getPartition()).isNotNegative();
      assertThat(letter.getReason()).isNotEmpty();
      assertThat(letter.getException()).isNotEmpty();
    }
    assertThat(world.letters())
        .extracting(DeadLetter::getStage)
        .contains("prepare.deserialise", "relate.deserialise", "assemble.deserialise");
    assertThat(world.isEnriching()).isTrue();
    JsonNode groups = JSON.readTree(ok("list", "-o", "json").out()).get("groups");
    assertThat(groups)
        .extracting(group -> group.get("stage").asText() + " " + group.get("source").asText())
        .contains("prepare.faulty source1", "prepare.faulty source3", "relate.deserialise ");
    assertThat(ok("list").out())
        .contains("cannot take “…” at #", "RawArticle", "unknown schema 2130706433");
    assertThat(ok("list", "--each", "--topic", "raw", "--reason", "CANNOT take").out().lines())
        .hasSize(1 + TEXTS.size());
    assertThat(ok("list", "--topic", "raw", "--since", "2h", "--until", "1h").err())
        .contains("no open dead letters match");
  }

  @Test
  @Order(2)
  void sendsARecordAgainAsItWasUntilItHasFailedThreeTimes() throws Exception {
    ConsumerRecord<byte[], byte[]> original = world.last(topics.raw().name(), site(1));
    String first = world.open("prepare.faulty", site(1));

    assertThat(ok("redrive", first, "--dry-run").out()).contains("would redrive " + first);
    assertThat(ok("redrive", first, "--by", "Редактор", "--why", "مرة أخرى").out())
        .contains("redriven " + first, "as attempt 2");

    ConsumerRecord<byte[], byte[]> again = lastAfter(original.offset(), site(1));
    assertThat(again.partition()).isEqualTo(original.partition());
    assertThat(again.timestamp()).isEqualTo(TIME);
    assertThat(again.value()).isEqualTo(original.value());
    assertThat(again.headers())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .containsExactly("след=أثر", "newswire.attempt=2", "newswire.letter=" + first);
    assertThat(ok("show", first).out())
        .contains("state         redriven", "as attempt 2 by Редактор on ");
    assertThat(refused(Exit.FAILED, "redrive", first).out()).contains("already redriven");

    String second = awaitNext(first);
    ok("redrive", second);
    String third = awaitNext(second);
    assertThat(ok("show", third).out()).contains("3, the last redriven from letter " + second);
    assertThat(refused(Exit.FAILED, "redrive", third).out()).contains("it has failed 3 times");
    assertThat(refused(Exit.FAILED, "redrive", third, "--dry-run").out()).contains("failed 3");
  }

  /**
   * The last raw record of a key, once there is one after an offset; commits show a little late.
   */
  private static ConsumerRecord<byte[], byte[]> lastAfter(long offset, String key) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> world.last(topics.raw().name(), key), record -> record.offset() > offset);
  }

  /** The id of the letter that comes of sending the record of another again. */
  private static String awaitNext(String id) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                world.letters().stream()
                    .filter(letter -> letter.getRedrivenFrom().equals(id))
                    .map(Letters::id)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  @Order(3)
  void losesNothingOnceTheCauseIsMended() throws Exception {
    world.enrich(false);
    String third = world.open("prepare.faulty", site(1));

    assertThat(ok("redrive", third, "--force").out()).contains("as attempt 4");
    assertThat(ok("redrive", "--stage", "prepare.faulty", "--rate", "20/s").err())
        .contains("2 redriven");

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(world.records(topics.prepared().name()))
                    .extracting(RecordFinder::key)
                    .contains(HandMade.id(1), HandMade.id(2), HandMade.id(3)));
    assertThat(ok("list", "--stage", "prepare.faulty").err()).contains("no open dead letters");
    assertThat(ok("list", "--stage", "prepare.faulty", "--state", "redriven", "--each").out())
        .contains(third);
  }

  @Test
  @Order(4)
  void notesWhoDiscardedWhatAndWhy() {
    InProcess run = ok("discard", "--stage", "relate", "--why", "اختبار", "--by", "编辑");

    assertThat(run.out().lines()).hasSize(2);
    String id = run.out().split(" ", -1)[1];
    assertThat(ok("show", id).out()).contains("state         discarded", "by 编辑 on ", ": اختبار");
    assertThat(refused(Exit.FAILED, "redrive", id).out()).contains("already discarded by 编辑");
    assertThat(ok("discard", id, "--why", "x").err()).contains("left as it is", "0 discarded");
    assertThat(ok("list", "--stage", "relate").err()).contains("no open dead letters match");
  }

  @Test
  @Order(5)
  void doesNotPutAnOldStateOverANewerOne() throws Exception {
    RecordMetadata older =
        world.send(topics.articles(), HandMade.id(1), HandMade.article(1, "قديم", "نص"));
    RecordMetadata newer =
        world.send(topics.articles(), HandMade.id(1), HandMade.article(1, "جديد", "نص"));
    String stale = letterOf(older, "sink.postgres", false);
    String latest = letterOf(newer, "sink.postgres", false);
    letterOf(newer, "sink.postgres", false); // as a sink may write it twice

    assertThat(ok("list", "--stage", "sink", "--source", "source1").out().lines()).hasSize(2);
    InProcess run = refused(Exit.FAILED, "redrive", "--stage", "sink");
    assertThat(run.out())
        .contains("refused " + stale)
        .contains("a later record of its key, at offset " + newer.offset())
        .contains("redriven " + latest);
    assertThat(run.err()).contains("1 redriven, 1 refused");

    // Not compacted, but relate takes the last one.
    RecordMetadata before = world.send(topics.sketches(), HandMade.id(1), HandMade.sketch(1));
    RecordMetadata after = world.send(topics.sketches(), HandMade.id(1), HandMade.sketch(1));
    String sketch = letterOf(before, "relate.process", false);
    assertThat(refused(Exit.FAILED, "redrive", sketch).out())
        .contains("a later record of its key, at offset " + after.offset());
  }

  @Test
  @Order(6)
  void readsALargeRecordBackFromItsPlace() throws Exception {
    byte[] large = new byte[200_000];
    Arrays.fill(large, (byte) 'ж');
    RecordMetadata there =
        world.send(new ProducerRecord<>(topics.raw().name(), "ключ".getBytes(UTF_8), large));
    String kept = letterOf(there, "test.large", true);
    String gone =
        letterOf(new RecordMetadata(place(there), 1_000_000, 0, 0, 0, 0), "test.gone", true);
    String body =
        letter(
            DeadLetter.newBuilder()
                .setStage("ingest.feed")
                .setReason("“源” 3:14 is not well-formed")
                .setSourceId("مصدر")
                .setValue(ByteBuffer.wrap("<rss>".getBytes(UTF_8)))
                .build());

    assertThat(ok("show", kept).out()).contains("65,536 of 200,000 bytes");
    assertThat(ok("show", kept, "--value").out()).hasSize(200_000);
    assertThat(ok("show", body, "--value").out()).isEqualTo("<rss>");
    assertThat(ok("show", body).out()).contains("body, which never was a record");
    InProcess run = refused(Exit.FAILED, "redrive", kept, gone, body);
    assertThat(run.out())
        .contains("redriven " + kept)
        .contains("the letter has only 65,536 bytes of it, and the record itself is gone")
        .contains("it never was a record");
    assertThat(lastAfter(there.offset(), "ключ").value()).isEqualTo(large);
  }

  @Test
  @Order(9)
  void namesTheLetterWhoseRecordKafkaRefuses() throws Exception {
    DeadLetter.Builder letter =
        DeadLetter.newBuilder().setStage("test.refused").setTopic(topics.articles().name());
    String keyless =
        letter(letter.setPartition(0).setOffset(0).setValue(ByteBuffer.allocate(1)).build());

    InProcess run = refused(Exit.FAILED, "redrive", keyless);

    assertThat(run.err()).contains("Kafka refuses the record of letter " + keyless);
    assertThat(ok("list", "--stage", "test.refused", "--each").out()).contains(keyless);
  }

  private static TopicPartition place(RecordMetadata at) {
    return new TopicPartition(at.topic(), at.partition());
  }

  /** Writes a letter of a record, whole or as if it were too large. */
  private static String letterOf(RecordMetadata at, String stage, boolean cut) throws Exception {
    Optional<ConsumerRecord<byte[], byte[]>> record =
        world.records(at.topic()).stream()
            .filter(r -> r.partition() == at.partition() && r.offset() == at.offset())
            .findFirst();
    ByteBuffer value = ByteBuffer.wrap(record.map(ConsumerRecord::value).orElse(new byte[200_000]));
    DeadLetter.Builder letter =
        DeadLetter.newBuilder()
            .setStage(stage)
            .setReason("причина")
            .setTopic(at.topic())
            .setPartition(at.partition())
            .setOffset(at.offset())
            .setKey(record.map(ConsumerRecord::key).map(ByteBuffer::wrap).orElse(null))
            .setValueSize(value.remaining())
            .setCut(cut)
            .setValue(cut ? value.slice(0, 65_536) : value);
    return letter(letter.build());
  }

  private static String letter(DeadLetter letter) throws Exception {
    world.send(letter);
    return Letters.id(letter);
  }

  @Test
  @Order(7)
  void takesInLettersOfOtherTools() throws Exception {
    world.createTopic("orders", 2);
    world.createTopic("orders.dlq", 1);
    foreign("طلب", Foreign.STREAMS);
    foreign("заказ", Foreign.CONNECT);
    foreign("订单", Foreign.SPRING);
    world.send(new ProducerRecord<>("orders.dlq", "?".getBytes(UTF_8), new byte[1]));

    InProcess dry = refused(Exit.FAILED, "import", "orders.dlq", "--dry-run");
    assertThat(dry.err()).contains("would import 3 (1 of connect, 1 of spring, 1 of streams)");
    InProcess run = refused(Exit.FAILED, "import", "orders.dlq", "--by", "اسم");
    assertThat(run.err()).contains("imported 3", "1 with headers of no form", "orders.dlq-0@3");
    InProcess twice = refused(Exit.FAILED, "import", "orders.dlq");
    assertThat(twice.err()).contains("imported 0; 3 already there");

    JsonNode letters =
        JSON.readTree(ok("list", "--topic", "orders", "--each", "-o", "json").out()).get("letters");
    assertThat(letters)
        .extracting(letter -> letter.get("stage").asText() + " " + letter.get("offset").asLong())
        .containsExactly("streams 7", "connect.s3.value_converter 7", "spring.reader 7");
    assertThat(letters).allMatch(l -> l.get("exception").asText().equals("shop.Bad: 不好 плохо"));
    ok("redrive", "--topic", "orders");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(world.records("orders"))
                    .extracting(record -> RecordFinder.key(record) + " " + record.partition())
                    .containsExactlyInAnyOrder("طلب 1", "заказ 0", "订单 1"));
    assertThat(world.last("orders", "订单").timestamp()).isEqualTo(TIME);
    assertThat(world.last("orders", "заказ").headers())
        .extracting(Header::key)
        .containsExactly("trace", "newswire.attempt", "newswire.letter");
  }

  private static void foreign(String key, Foreign form) throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            "orders.dlq", null, TIME, key.getBytes(UTF_8), key.getBytes(UTF_8), List.of());
    record.headers().add("trace", new byte[] {1});
    form.headers("orders", form == Foreign.CONNECT ? 0 : 1, 7, "shop.Bad", "不好 плохо")
        .forEach(record.headers()::add);
    world.send(record);
  }

  @Test
  @Order(8)
  void saysInOneSentenceWhatIsWrongWithACommand() {
    assertOneSentence(Exit.FAILED, "there is no letter 0000", "show", "00000000zz");
    assertOneSentence(Exit.FAILED, "there is no letter nothing", "redrive", "nothing");
    assertOneSentence(
        Exit.USAGE, "no topic is called 'nowhere'; there are dead.", "list", "--topic", "nowhere");
    assertOneSentence(Exit.MISSING, "there is no topic خطأ on 127.0.0.1", "import", "خطأ");
    assertOneSentence(
        Exit.MISSING,
        "there is no topic other.dead-letters.v1",
        "list",
        "--topic-prefix",
        "other.");
    assertOneSentence(
        Exit.USAGE, "has letters of Newswire itself", "import", topics.deadLetters().name());
  }

  private static void assertOneSentence(int code, String sentence, String... args) {
    InProcess run = refused(code, args);
    assertThat(run.err().lines().filter(line -> line.startsWith("newswire: ")).toList())
        .hasSize(1)
        .first()
        .asString()
        .contains(sentence);
    assertThat(run.out()).isEmpty();
  }
}
