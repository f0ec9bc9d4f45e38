package newswire.enrich.rows;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A table ordered by its keys, byte by byte and unsigned, as decisions need it. */
public interface Rows<V> {

  @Nullable V get(Bytes key);

  void put(Bytes key, V value);

  /** The same for each of these keys. */
  default void putAll(Collection<Bytes> keys, V value) {
    keys.forEach(key -> put(key, value));
  }

  void delete(Bytes key);

  /** At most {@code limit} keys from {@code from} on and before {@code to}, in order. */
  List<Bytes> keys(Bytes from, Bytes to, int limit);

  /** The greatest key; null if there is none. */
  @Nullable Bytes lastKey();
}
