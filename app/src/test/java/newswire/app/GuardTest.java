package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import newswire.schemas.avro.DispositionKind;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GuardTest {

  static {
    TrustedRecords.register();
  }

  private static final ByteBuffer KEY = UTF_8.encode("ключ");
  private static final Guard GUARD = new Guard(3, false);
  private static final Guard FORCED = new Guard(3, true);

  private static Destinations destinations(long latest) {
    return new Destinations(
        Map.of("t", new Destinations.Topic(2, true), "log", new Destinations.Topic(1, false)),
        Map.of(new Destinations.Key(new TopicPartition("t", 1), KEY), latest));
  }

  private static Letter letter(String topic, int attempts, Disposition... done) {
    DeadLetter head =
        DeadLetter.newBuilder()
            .setTopic(topic)
            .setPartition(topic.equals("log") ? 0 : 1)
            .setOffset(5)
            .setKey(KEY)
            .setAttempts(attempts)
            .build();
    return new Letter(
        "id",
        new Letter.Place(0, 0, Instant.EPOCH),
        head,
        new Letter.Content("Article", "", 1),
        List.of(done));
  }

  private static Disposition done(DispositionKind kind) {
    return Disposition.newBuilder().setKind(kind).setBy("محرر").setWhy("原因").build();
  }

  @Test
  void letsThroughWhatFailedOnceOrTwice() {
    assertThat(GUARD.refusal(letter("t", 1), destinations(5))).isEmpty();
    assertThat(GUARD.refusal(letter("log", 2), destinations(5))).isEmpty();
    assertThat(GUARD.refusal(letter("log", 1, done(DispositionKind.IMPORTED)), destinations(5)))
        .isEmpty();
  }

  @Test
  void stopsTheThirdTimeUnlessForced() {
    assertThat(GUARD.refusal(letter("t", 3), destinations(5)).orElseThrow())
        .contains("failed 3 times");
    assertThat(new Guard(1, false).refusal(letter("t", 1), destinations(5)).orElseThrow())
        .contains("failed once");
    assertThat(FORCED.refusal(letter("t", 3), destinations(5))).isEmpty();
  }

  @Test
  void leavesAloneWhatWasDoneBefore() {
    Letter discarded = letter("t", 1, done(DispositionKind.DISCARDED));

    assertThat(GUARD.refusal(discarded, destinations(5)).orElseThrow())
        .startsWith("already discarded by محرر")
        .endsWith("原因");
    assertThat(FORCED.refusal(discarded, destinations(5))).isEmpty();
  }

  @Test
  void keepsOldStatesOutOfCompactedTopicsOnly() {
    assertThat(GUARD.refusal(letter("t", 1), destinations(9)).orElseThrow())
        .contains("at offset 9");
    assertThat(FORCED.refusal(letter("t", 1), destinations(9))).isEmpty();
    assertThat(GUARD.refusal(letter("log", 1), destinations(9))).isEmpty();
  }

  @Test
  void cannotBeForcedToDoTheImpossible() {
    assertThat(FORCED.refusal(letter("", 1), destinations(5)).orElseThrow())
        .contains("never was a record");
    assertThat(FORCED.refusal(letter("gone", 1), destinations(5)).orElseThrow())
        .isEqualTo("its topic gone does not exist");
  }
}
