package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import newswire.schemas.Letters;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A dead letter as other tools write it: the record itself, with what went wrong in headers.
 *
 * @param form which tool's
 * @param record as it lies in their topic
 */
record ForeignLetter(Form form, ConsumerRecord<byte[], byte[]> record) {

  private static final int DIGITS = 18;

  /** Whose headers there are. */
  enum Form {
    /** Kafka Streams (KIP-1034). */
    STREAMS("__streams.errors."),
    /** Kafka Connect (KIP-298). */
    CONNECT("__connect.errors."),
    /** Spring Kafka's DeadLetterPublishingRecoverer; numbers are big-endian bytes. */
    SPRING("kafka_dlt-");

    private final String prefix;

    Form(String prefix) {
      this.prefix = prefix;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The letter in a record; empty if it has the headers of none of the forms. */
  static Optional<ForeignLetter> in(ConsumerRecord<byte[], byte[]> record) {
    for (Form form : Form.values()) {
      for (Header header : record.headers()) {
        if (header.key().startsWith(form.prefix)) {
          return Optional.of(new ForeignLetter(form, record));
        }
      }
    }
    return Optional.empty();
  }

  /** The same in our form. */
  DeadLetter translated() {
    String message =
        switch (form) {
          case STREAMS -> text("message");
          case CONNECT -> text("exception.message");
          case SPRING -> first("exception-message", "key-exception-message");
        };
    String exception =
        switch (form) {
          case STREAMS -> text("exception");
          case CONNECT -> text("exception.class.name");
          case SPRING -> first("exception-cause-fqcn", "exception-fqcn", "key-exception-fqcn");
        };
    return Letters.of(
            stage(), reason(message, exception), exception(message, exception), original())
        .setImportedFrom(
            form.word() + " " + record.topic() + "-" + record.partition() + "@" + record.offset())
        .build();
  }

  private String stage() {
    return switch (form) {
      case STREAMS -> "streams";
      case CONNECT ->
          joined("connect", text("connector.name"), text("stage").toLowerCase(Locale.ROOT));
      case SPRING -> joined("spring", text("original-consumer-group"));
    };
  }

  private static String joined(String... parts) {
    return String.join(".", Arrays.stream(parts).filter(p -> !p.isEmpty()).toList());
  }

  private static String reason(String message, String exception) {
    if (!message.isBlank()) {
      return message;
    }
    return exception.isEmpty()
        ? "no reason given"
        : exception.substring(exception.lastIndexOf('.') + 1);
  }

  private static String exception(String message, String exception) {
    return message.isBlank() || exception.isEmpty() ? exception : exception + ": " + message;
  }

  private ConsumerRecord<byte[], byte[]> original() {
    String original = form == Form.SPRING ? "original-" : "";
    String topic = text(original + "topic");
    long partition = number(original + "partition").filter(n -> n <= Integer.MAX_VALUE).orElse(-1L);
    long offset = number(original + "offset").orElse(-1L);
    // Kafka Streams and Connect keep the time of the record.
    long time =
        form == Form.SPRING
            ? number("original-timestamp").orElse(record.timestamp())
            : record.timestamp();
    return new ConsumerRecord<>(
        topic,
        (int) partition,
        offset,
        time,
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        record.key(),
        record.value(),
        headers(),
        Optional.empty());
  }

  private Headers headers() {
    RecordHeaders kept = new RecordHeaders();
    for (Header header : record.headers()) {
      boolean theirs =
          header.key().startsWith(form.prefix)
              || form == Form.SPRING && header.key().startsWith("springDeserializerException");
      if (!theirs) {
        kept.add(header);
      }
    }
    return kept;
  }

  private String first(String... names) {
    for (String name : names) {
      String found = text(name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private String text(String name) {
    return value(name).map(bytes -> new String(bytes, UTF_8)).orElse("");
  }

  private Optional<Long> number(String name) {
    return value(name).flatMap(ForeignLetter::number).filter(n -> n >= 0);
  }

  // Digits are digits in every form: as big-endian bytes they would be a partition beyond belief.
  private static Optional<Long> number(byte[] bytes) {
    String digits = new String(bytes, UTF_8);
    if (digits.length() <= DIGITS && digits.matches("[0-9]+")) {
      return Optional.of(Long.valueOf(digits));
    }
    return switch (bytes.length) {
      case Integer.BYTES -> Optional.of((long) ByteBuffer.wrap(bytes).getInt());
      case Long.BYTES -> Optional.of(ByteBuffer.wrap(bytes).getLong());
      default -> Optional.empty();
    };
  }

  private Optional<byte[]> value(String name) {
    return Optional.ofNullable(record.headers().lastHeader(form.prefix + name)).map(Header::value);
  }
}
