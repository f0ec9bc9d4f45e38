package newswire.enrich.rows;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Rows in memory. */
public final class MemoryRows<V> implements Rows<V> {

  private final TreeMap<Bytes, V> rows = new TreeMap<>();

  /** In the order of their keys. */
  public Collection<V> values() {
    return Collections.unmodifiableCollection(rows.values());
  }

  @Override
  public @Nullable V get(Bytes key) {
    return rows.get(key);
  }

  @Override
  public void put(Bytes key, V value) {
    rows.put(key, value);
  }

  @Override
  public void delete(Bytes key) {
    rows.remove(key);
  }

  @Override
  public List<Bytes> keys(Bytes from, Bytes to, int limit) {
    return from.compareTo(to) >= 0
        ? List.of()
        : rows.subMap(from, to).keySet().stream().limit(limit).toList();
  }

  @Override
  public @Nullable Bytes lastKey() {
    return rows.isEmpty() ? null : rows.lastKey();
  }
}
