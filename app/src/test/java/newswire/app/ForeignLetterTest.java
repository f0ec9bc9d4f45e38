package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.schemas.Letters;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignLetterTest {

  static {
    TrustedRecords.register();
  }

  private static final byte[] KEY = "ключ".getBytes(UTF_8);
  private static final byte[] VALUE = "قيمة".getBytes(UTF_8);

  private static ConsumerRecord<byte[], byte[]> record(List<Header> headers) {
    RecordHeaders all = new RecordHeaders(headers.toArray(Header[]::new));
    all.add("trace", new byte[] {1});
    return new ConsumerRecord<>(
        "их.dlq", 2, 17, 5_000, TimestampType.CREATE_TIME, 0, 0, KEY, VALUE, all, Optional.empty());
  }

  private static Header header(String key, String value) {
    return new RecordHeader(key, value.getBytes(UTF_8));
  }

  private static DeadLetter translated(List<Header> headers) {
    return ForeignLetter.in(record(headers)).orElseThrow().translated();
  }

  @ParameterizedTest
  @EnumSource
  void keepsPlaceCauseAndBytesOfEveryForm(Foreign form) {
    DeadLetter letter = translated(form.headers("طلبات", 1, 1L << 40, "shop.Bad", "不好 плохо"));

    assertThat(letter.getTopic()).isEqualTo("طلبات");
    assertThat(letter.getPartition()).isEqualTo(1);
    assertThat(letter.getOffset()).isEqualTo(1L << 40);
    assertThat(letter.getReason()).isEqualTo("不好 плохо");
    assertThat(letter.getException()).isEqualTo("shop.Bad: 不好 плохо");
    assertThat(letter.getKey()).hasValue(ByteBuffer.wrap(KEY));
    assertThat(letter.getValue()).hasValue(ByteBuffer.wrap(VALUE));
    assertThat(letter.getHeaders()).extracting("key").containsExactly("trace");
    assertThat(letter.getImportedFrom()).endsWith(" их.dlq-2@17");
    assertThat(letter.getStage()).startsWith(form.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void keepsTheTimeOfTheRecord() {
    assertThat(translated(Foreign.CONNECT.headers("t", 0, 1, "E", "m")).getTimestamp())
        .isEqualTo(Instant.ofEpochMilli(5_000));
    assertThat(translated(Foreign.SPRING.headers("t", 0, 1, "E", "m")).getTimestamp())
        .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
  }

  @Test
  void givesTheSameLetterTheSameIdEveryTime() {
    List<Header> headers = Foreign.STREAMS.headers("t", 0, 1, "E", "m");

    assertThat(Letters.id(translated(headers))).isEqualTo(Letters.id(translated(headers)));
    assertThat(Letters.id(translated(Foreign.STREAMS.headers("t", 0, 2, "E", "m"))))
        .isNotEqualTo(Letters.id(translated(headers)));
  }

  @Test
  void readsNumbersOfSpringThatAreDigits() {
    DeadLetter letter =
        translated(
            List.of(
                header("kafka_dlt-original-topic", "t"),
                header("kafka_dlt-original-partition", "1234"),
                header("kafka_dlt-original-offset", "12345678")));

    assertThat(letter.getPartition()).isEqualTo(1_234);
    assertThat(letter.getOffset()).isEqualTo(12_345_678);
  }

  @Test
  void takesWhatIsMissingOrNonsenseForUnknown() {
    DeadLetter letter =
        translated(
            List.of(
                header("__connect.errors.topic", "t"),
                header("__connect.errors.partition", "-1"),
                header("__connect.errors.offset", "سبعة"),
                header("__connect.errors.exception.class.name", "shop.Bad")));

    assertThat(letter.getPartition()).isEqualTo(-1);
    assertThat(letter.getOffset()).isEqualTo(-1);
    assertThat(letter.getReason()).isEqualTo("Bad");
    assertThat(letter.getStage()).isEqualTo("connect");
    assertThat(translated(List.of(header("kafka_dlt-x", ""))).getReason())
        .isEqualTo("no reason given");
  }

  @Test
  void carriesTheAttemptOfARecordThatWasSentAgain() {
    List<Header> headers = Foreign.CONNECT.headers("t", 0, 1, "E", "m");
    headers.add(header(Letters.ATTEMPT, "2"));

    assertThat(translated(headers).getAttempts()).isEqualTo(2);
  }

  @Test
  void leavesAloneWhatIsNoLetter() {
    assertThat(ForeignLetter.in(record(List.of(header("kafka_offset", "1"))))).isEmpty();
  }
}
