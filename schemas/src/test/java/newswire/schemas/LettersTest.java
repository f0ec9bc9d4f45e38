package newswire.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  static {
    TrustedRecords.register();
  }

  private static final byte[] KEY = "موقع.example".getBytes(UTF_8);
  private static final byte[] VALUE = "坏记录 плохая запись".getBytes(UTF_8);

  private static ConsumerRecord<byte[], byte[]> record(
      long offset, byte @Nullable [] value, Headers headers) {
    return new ConsumerRecord<>(
        "raw",
        3,
        offset,
        1_000,
        TimestampType.CREATE_TIME,
        0,
        0,
        KEY,
        value,
        headers,
        Optional.empty());
  }

  private static DeadLetter letter(String stage, long offset, byte @Nullable [] value) {
    return Letters.of(stage, "سبب", "java.lang.X: 原因", record(offset, value, new RecordHeaders()))
        .build();
  }

  @Test
  void keepsEverythingThatIsNeededToTryAgain() {
    Headers headers = new RecordHeaders().add("след", VALUE).add("empty", null);

    DeadLetter letter = Letters.of("prepare.page", "سبب", "", record(42, VALUE, headers)).build();

    assertThat(letter.getTopic() + "-" + letter.getPartition() + "@" + letter.getOffset())
        .isEqualTo("raw-3@42");
    assertThat(letter.getTimestamp()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(letter.getKey()).hasValue(ByteBuffer.wrap(KEY));
    assertThat(letter.getValue()).hasValue(ByteBuffer.wrap(VALUE));
    assertThat(letter.getValueSize()).isEqualTo(VALUE.length);
    assertThat(letter.getHeaders()).extracting("key").containsExactly("след", "empty");
    assertThat(letter.getAttempts()).isEqualTo(1);
  }

  @Test
  void tellsATombstoneFromAValueThatIsNotKnown() {
    assertThat(letter("sink", 1, null).getValueSize()).isZero();
    assertThat(DeadLetter.newBuilder().build().getValueSize()).isEqualTo(-1);
  }

  @Test
  void carriesOnTheAttemptOfARecordThatWasSentAgain() {
    Headers again =
        new RecordHeaders()
            .add(Letters.ATTEMPT, "3".getBytes(UTF_8))
            .add(Letters.LETTER, "00112233aabbccdd".getBytes(UTF_8));

    DeadLetter letter = Letters.of("prepare.page", "", "", record(43, VALUE, again)).build();

    assertThat(letter.getAttempts()).isEqualTo(3);
    assertThat(letter.getRedrivenFrom()).isEqualTo("00112233aabbccdd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "٣", "two", "99999999999"})
  void takesNonsenseForTheFirstAttempt(String attempt) {
    Headers headers = new RecordHeaders().add(Letters.ATTEMPT, attempt.getBytes(UTF_8));

    assertThat(Letters.of("", "", "", record(1, VALUE, headers)).build().getAttempts())
        .isEqualTo(1);
  }

  @Test
  void givesOneFailureOneId() {
    String id = Letters.id(letter("sink.postgres", 42, VALUE));

    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(Letters.id(letter("sink.postgres", 42, null))).isEqualTo(id);
    assertThat(
            Stream.of(letter("sink.opensearch", 42, VALUE), letter("sink.postgres", 43, VALUE))
                .map(Letters::id))
        .doesNotContain(id);
  }

  @Test
  void tellsBodiesThatNeverWereRecordsByTheirContent() {
    DeadLetter body =
        DeadLetter.newBuilder()
            .setStage("ingest.feed")
            .setUrl("https://новости.example/лента")
            .setValue(ByteBuffer.wrap(VALUE))
            .build();
    DeadLetter other = DeadLetter.newBuilder(body).setValue(ByteBuffer.wrap(KEY)).build();

    assertThat(Letters.id(body)).isEqualTo(Letters.id(DeadLetter.newBuilder(body).build()));
    assertThat(Letters.id(other)).isNotEqualTo(Letters.id(body));
  }

  @Test
  void cutsARecordThatIsTooLargeForALetter() {
    DeadLetter fits = letter("prepare.page", 1, new byte[8 * 1024 * 1024 - 1024]);
    DeadLetter large = letter("prepare.page", 1, new byte[8 * 1024 * 1024 + 1]);

    assertThat(Letters.bounded(fits)).isSameAs(fits);
    DeadLetter cut = Letters.bounded(large);
    assertThat(cut.getCut()).isTrue();
    assertThat(cut.getValue().orElseThrow().remaining()).isEqualTo(64 * 1024);
    assertThat(cut.getValueSize()).isEqualTo(8 * 1024 * 1024 + 1);
    assertThat(cut.getKey()).hasValue(ByteBuffer.wrap(KEY));
    assertThat(Letters.id(cut)).isEqualTo(Letters.id(fits));
  }

  @Test
  void leavesOutHeadersThatAreTooLargeForALetter() {
    Headers headers = new RecordHeaders().add("大", new byte[8 * 1024 * 1024]);

    DeadLetter cut = Letters.bounded(Letters.of("", "", "", record(1, VALUE, headers)).build());

    assertThat(cut.getCut()).isTrue();
    assertThat(cut.getHeaders()).isEmpty();
    assertThat(cut.getValue()).hasValue(ByteBuffer.wrap(VALUE));
  }

  @Test
  void writesStageAndReasonAsHeadersAndASensibleKey() {
    SchemaRegistry registry = SchemaRegistry.inMemory("LettersTest");
    Topics topics = new Topics("letters.", registry);
    SchemaPlan.of(registry, topics).apply(registry, topics);
    DeadLetter feed =
        DeadLetter.newBuilder()
            .setStage("ingest.feed")
            .setReason("𐐷".repeat(3_000))
            .setSourceId("источник")
            .setValue(ByteBuffer.wrap(VALUE))
            .build();

    ProducerRecord<byte[], byte[]> sent = Letters.record(topics.deadLetters(), feed);

    assertThat(sent.key()).isEqualTo("источник".getBytes(UTF_8));
    assertThat(sent.headers().lastHeader("stage").value()).isEqualTo("ingest.feed".getBytes(UTF_8));
    DeadLetter read = topics.deadLetters().value().deserializer().deserialize("", sent.value());
    assertThat(read.getReason()).isEqualTo("𐐷".repeat(2_000) + "…");
    assertThat(read.getValueSize()).isEqualTo(VALUE.length);
    assertThat(Letters.record(topics.deadLetters(), letter("", 1, null)).key()).isEqualTo(KEY);
  }
}
