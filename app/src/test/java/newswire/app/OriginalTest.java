package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginalTest {

  static {
    TrustedRecords.register();
  }

  private static final DeadLetter CUT =
      DeadLetter.newBuilder()
          .setKey(bytes("ключ"))
          .setValue(bytes("بداية"))
          .setValueSize("بداية ونهاية".getBytes(UTF_8).length)
          .setCut(true)
          .build();

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private static boolean isOf(DeadLetter letter, @Nullable String key, @Nullable String value) {
    return Original.isOf(
        letter,
        new ConsumerRecord<>(
            "t",
            0,
            0,
            key == null ? null : key.getBytes(UTF_8),
            value == null ? null : value.getBytes(UTF_8)));
  }

  @Test
  void knowsTheRecordThatALetterHasTheBeginningOf() {
    assertThat(isOf(CUT, "ключ", "بداية ونهاية")).isTrue();
  }

  @Test
  void doesNotTakeARecordOfATopicThatWasMadeAnewForIt() {
    assertThat(isOf(CUT, "键", "بداية ونهاية")).isFalse();
    assertThat(isOf(CUT, "ключ", "بداية أخرى")).isFalse();
    assertThat(isOf(CUT, "ключ", "نهاية وبداية")).isFalse();
    assertThat(isOf(CUT, "ключ", null)).isFalse();
    assertThat(isOf(CUT, null, "بداية ونهاية")).isFalse();
  }

  @Test
  void tellsATombstoneFromAValueThatAnOldLetterLeftOut() {
    DeadLetter old = DeadLetter.newBuilder().setKey(bytes("ключ")).build();

    assertThat(Original.isWhole(old)).isFalse();
    assertThat(isOf(old, "ключ", "值")).isTrue();
    assertThat(Original.isWhole(DeadLetter.newBuilder(old).setValueSize(0).build())).isTrue();
    assertThat(Original.isWhole(DeadLetter.newBuilder(old).setValue(bytes("值")).build())).isTrue();
    assertThat(Original.isWhole(CUT)).isFalse();
  }
}
