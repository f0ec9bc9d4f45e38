package newswire.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Header;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The one form of dead letters, whoever writes them. */
public final class Letters {

  /** Header of a record that was sent again: which attempt it is, in decimal digits. */
  public static final String ATTEMPT = "newswire.attempt";

  /** Header of a record that was sent again: the id of the letter it was sent from. */
  public static final String LETTER = "newswire.letter";

  private static final int LONGEST_TEXT = 2_000;
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int LARGEST_PART = 64 * 1024;
  private static final int HEADER = 8; // the lengths of its name and value
  private static final int ID_DIGITS = 16;

  private Letters() {}

  /**
   * A letter with all that is needed to try again.
   *
   * @param stage the part that gave up, such as {@code prepare.page}
   * @param reason one sentence
   * @param exception class and message; empty if there was none
   * @param original the record, with the bytes that lie in its topic
   */
  public static DeadLetter.Builder of(
      String stage, String reason, String exception, ConsumerRecord<byte[], byte[]> original) {
    byte @Nullable [] value = original.value();
    return DeadLetter.newBuilder()
        .setStage(stage)
        .setReason(shortened(reason))
        .setException(shortened(exception))
        .setTopic(original.topic())
        .setPartition(original.partition())
        .setOffset(original.offset())
        .setTimestamp(Instant.ofEpochMilli(original.timestamp()))
        .setKey(buffer(original.key()))
        .setValue(buffer(value))
        .setValueSize(value == null ? 0 : value.length)
        .setHeaders(headers(original.headers()))
        .setAttempts(attempt(original.headers()))
        .setRedrivenFrom(text(original.headers(), LETTER).orElse(""));
  }

  /** The letter as a record of its topic, under the original key. */
  public static ProducerRecord<byte[], byte[]> record(
      Topic<byte[], DeadLetter> topic, DeadLetter letter) {
    long size = letter.getValue().map(ByteBuffer::remaining).orElse(0);
    DeadLetter sent =
        bounded(
            DeadLetter.newBuilder(letter)
                .setReason(shortened(letter.getReason()))
                .setException(shortened(letter.getException()))
                .setValueSize(letter.getValueSize() < 0 ? size : letter.getValueSize())
                .build());
    byte @Nullable [] key =
        sent.getKey()
            .map(Letters::bytes)
            .orElseGet(() -> sent.getSourceId().isEmpty() ? null : utf8(sent.getSourceId()));
    byte[] value = topic.value().serializer().serialize(topic.name(), sent);
    return new ProducerRecord<>(topic.name(), null, null, key, value, headers(sent));
  }

  /**
   * The letter itself where it fits into its topic; else with the first 64 KiB of its value and, if
   * need be, without headers and with a part of its key.
   */
  public static DeadLetter bounded(DeadLetter letter) {
    long value = letter.getValue().map(ByteBuffer::remaining).orElse(0);
    long rest = letter.getKey().map(ByteBuffer::remaining).orElse(0) + size(letter.getHeaders());
    if (value + rest <= LARGEST) {
      return letter;
    }
    DeadLetter.Builder cut =
        DeadLetter.newBuilder(letter)
            .setCut(true)
            .setValue(letter.getValue().map(Letters::beginning).orElse(null));
    if (rest > LARGEST - LARGEST_PART) {
      cut.setHeaders(List.of()).setKey(letter.getKey().map(Letters::beginning).orElse(null));
    }
    return cut.build();
  }

  /** Stage and reason, so that they can be read without decoding the letter. */
  public static Headers headers(DeadLetter letter) {
    return new RecordHeaders()
        .add("stage", utf8(letter.getStage()))
        .add("reason", utf8(letter.getReason()));
  }

  /**
   * What a letter is called: 16 hexadecimal digits, of its stage and the place of the record, so
   * that the same failure has one id however often it is written; of its content where it never was
   * a record.
   */
  public static String id(DeadLetter letter) {
    boolean placed = !letter.getTopic().isEmpty() && letter.getOffset() >= 0;
    String origin =
        placed
            ? letter.getTopic() + "\n" + letter.getPartition() + "\n" + letter.getOffset()
            : String.join(
                "\n",
                letter.getSourceId(),
                letter.getUrl(),
                letter.getTimestamp().toString(),
                letter.getReason(),
                letter.getImportedFrom(),
                ArticleId.sha256(letter.getValue().map(Letters::bytes).orElse(new byte[0])));
    return ArticleId.sha256(utf8("letter\n" + letter.getStage() + "\n" + origin))
        .substring(0, ID_DIGITS);
  }

  /** The bytes of a buffer, which is left as it is. */
  public static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static List<Header> headers(Headers original) {
    List<Header> headers = new ArrayList<>();
    original.forEach(
        h -> {
          byte @Nullable [] value = h.value();
          headers.add(new Header(h.key(), ByteBuffer.wrap(value == null ? new byte[0] : value)));
        });
    return headers;
  }

  // Whoever writes nonsense into the header has not made a record that was tried often.
  private static int attempt(Headers headers) {
    return text(headers, ATTEMPT)
        .filter(digits -> digits.matches("[1-9][0-9]{0,5}"))
        .map(Integer::parseInt)
        .orElse(1);
  }

  private static Optional<String> text(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(header -> header.value())
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  private static long size(List<Header> headers) {
    return headers.stream()
        .mapToLong(h -> HEADER + utf8(h.getKey()).length + h.getValue().remaining())
        .sum();
  }

  private static ByteBuffer beginning(ByteBuffer whole) {
    return whole.slice(whole.position(), Math.min(whole.remaining(), LARGEST_PART));
  }

  private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }
}
