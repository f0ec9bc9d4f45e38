package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Topic;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;

/**
 * What a compacted topic says of its keys, which is newer than any archive; what an archive brought
 * itself does not count. A kill is for ever, so an archived one outranks all that is none.
 */
final class PresentKeys {

  private final Map<String, Boolean> killed = new HashMap<>();

  private PresentKeys() {}

  /** Reads the topic. */
  static PresentKeys of(Topic<?, ?> topic, RecordFinder finder) {
    PresentKeys keys = new PresentKeys();
    finder.scan(
        topic,
        record -> {
          String key = RecordFinder.key(record);
          if (record.headers().lastHeader(ArchiveRestore.ARCHIVED) == null) {
            keys.killed.put(
                key, RecordFinder.decoded(topic, record).filter(PresentKeys::isKill).isPresent());
          } else {
            keys.killed.remove(key);
          }
        });
    return keys;
  }

  private static boolean isKill(Object value) {
    return value instanceof Withdrawal order && order.getStatus() == Status.KILLED;
  }

  /** Whether the topic has something that the row must not take the place of. */
  boolean outranks(ArchiveRow row) {
    Optional<Boolean> there = Optional.ofNullable(killed.get(key(row)));
    boolean kill =
        row.record()
            .filter(r -> r.getSchema().getName().equals("Withdrawal"))
            .filter(r -> Status.KILLED.name().equals(r.get("status").toString()))
            .isPresent();
    return there.isPresent() && (there.get() || !kill);
  }

  private static String key(ArchiveRow row) {
    byte[] key = row.key();
    return key == null ? "" : new String(key, UTF_8);
  }
}
