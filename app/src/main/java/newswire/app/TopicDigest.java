package newswire.app;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The final state of a topic in one number: the last record of every key that was not deleted.
 *
 * @param records how many there are
 * @param sum of their {@link Essence#sha256}, modulo 2^256, as 64 hexadecimal digits. A sum needs
 *     no order and no memory but for the keys of one partition, and does not depend on the number
 *     of partitions. It tells what differs by accident; against somebody who forges records it
 *     proves nothing.
 */
record TopicDigest(String topic, long records, String sum) {

  private static final int BYTES = 32;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

  /** Reads the topic to its present end, a partition at a time. */
  static <V extends SpecificRecord> TopicDigest of(RecordFinder finder, Topic<String, V> topic) {
    BigInteger sum = BigInteger.ZERO;
    long records = 0;
    for (TopicPartition partition : finder.partitions(topic.name())) {
      Map<String, byte[]> last = new HashMap<>();
      finder.scanFrom(
          partition,
          0,
          record -> {
            String key = RecordFinder.key(record);
            Optional<V> value = RecordFinder.decoded(topic, record);
            if (value.isPresent()) {
              last.put(key, Essence.sha256(key, value.get()));
            } else {
              last.remove(key);
            }
          });
      records += last.size();
      for (byte[] digest : last.values()) {
        sum = sum.add(new BigInteger(1, digest));
      }
    }
    return new TopicDigest(topic.name(), records, hex(sum.mod(MODULUS)));
  }

  private static String hex(BigInteger sum) {
    byte[] signed = sum.toByteArray();
    byte[] bytes = new byte[BYTES];
    int length = Math.min(BYTES, signed.length);
    System.arraycopy(signed, signed.length - length, bytes, BYTES - length, length);
    return HexFormat.of().formatHex(bytes);
  }
}
