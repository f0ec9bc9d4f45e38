package newswire.app;

import java.nio.ByteBuffer;
import java.util.Optional;
import newswire.schemas.ArticleId;
import newswire.schemas.Letters;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Header;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was, byte for byte.
 *
 * @param timestamp in milliseconds from 1970
 */
record Original(byte @Nullable [] key, byte @Nullable [] value, long timestamp, Headers headers) {

  /**
   * From the letter where it has all of it, else from where the record lay; empty if that is gone
   * too.
   */
  static Optional<Original> of(DeadLetter letter, RecordFinder finder) {
    if (isWhole(letter)) {
      RecordHeaders headers = new RecordHeaders();
      for (Header header : letter.getHeaders()) {
        headers.add(header.getKey(), Letters.bytes(header.getValue()));
      }
      return Optional.of(
          new Original(
              bytes(letter.getKey()),
              bytes(letter.getValue()),
              letter.getTimestamp().toEpochMilli(),
              headers));
    }
    return finder
        .at(letter.getTopic(), letter.getPartition(), letter.getOffset())
        .filter(record -> isOf(letter, record))
        .map(Original::of);
  }

  /** A topic that was made anew has other records at the same places. */
  static boolean isOf(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    long size = value == null ? 0 : value.length;
    return begins(record.key(), letter.getKey())
        && begins(value, letter.getValue())
        && (letter.getValueSize() < 0 || letter.getValueSize() == size);
  }

  private static boolean begins(byte @Nullable [] whole, Optional<ByteBuffer> beginning) {
    if (whole == null || beginning.isEmpty()) {
      return beginning.isEmpty();
    }
    int length = beginning.get().remaining();
    return length <= whole.length
        && ByteBuffer.wrap(whole, 0, length).equals(beginning.get().duplicate());
  }

  private static Original of(ConsumerRecord<byte[], byte[]> record) {
    return new Original(record.key(), record.value(), record.timestamp(), record.headers());
  }

  /** Letters of before the size was written down do not tell a tombstone from a value left out. */
  static boolean isWhole(DeadLetter letter) {
    return !letter.getCut() && (letter.getValue().isPresent() || letter.getValueSize() == 0);
  }

  /** The same for the same key and value. */
  String hash() {
    return (key == null ? "" : ArticleId.sha256(key))
        + (value == null ? "" : ArticleId.sha256(value));
  }

  long size() {
    return (key == null ? 0 : key.length) + (value == null ? 0L : value.length);
  }

  private static byte @Nullable [] bytes(Optional<ByteBuffer> buffer) {
    return buffer.map(Letters::bytes).orElse(null);
  }
}
