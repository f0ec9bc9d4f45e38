package newswire.enrich.failure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Header;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Makes the dead letter of a record. */
public final class Letters {

  private static final int LONGEST_TEXT = 2_000;

  private Letters() {}

  /**
   * A letter with all that is needed to try again.
   *
   * @param stage the part that gave up, such as {@code prepare.page}
   * @param reason one sentence
   * @param original the record, with the bytes that lie in its topic
   */
  public static DeadLetter.Builder of(
      String stage, String reason, Throwable exception, ConsumerRecord<byte[], byte[]> original) {
    List<Header> headers = new ArrayList<>();
    original
        .headers()
        .forEach(h -> headers.add(new Header(h.key(), buffer(h.value(), new byte[0]))));
    return DeadLetter.newBuilder()
        .setStage(stage)
        .setReason(shortened(reason))
        .setException(shortened(exception.toString()))
        .setTopic(original.topic())
        .setPartition(original.partition())
        .setOffset(original.offset())
        .setTimestamp(Instant.ofEpochMilli(original.timestamp()))
        .setKey(buffer(original.key(), null))
        .setValue(buffer(original.value(), null))
        .setHeaders(headers);
  }

  /** Stage and reason, so that they can be read without decoding the letter. */
  public static Headers headers(DeadLetter letter) {
    return new RecordHeaders()
        .add("stage", letter.getStage().getBytes(StandardCharsets.UTF_8))
        .add("reason", letter.getReason().getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes, byte @Nullable [] otherwise) {
    byte[] used = bytes == null ? otherwise : bytes;
    return used == null ? null : ByteBuffer.wrap(used);
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }
}
