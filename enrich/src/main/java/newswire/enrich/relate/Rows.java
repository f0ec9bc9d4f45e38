package newswire.enrich.relate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table ordered by its keys (ASCII), as decisions need it. */
interface Rows<V> {

  @Nullable V get(String key);

  void put(String key, V value);

  void delete(String key);

  /** At most {@code limit} keys from {@code from} on and before {@code to}, in order. */
  List<String> keys(String from, String to, int limit);

  /** The greatest key; null if there is none. */
  @Nullable String lastKey();
}
