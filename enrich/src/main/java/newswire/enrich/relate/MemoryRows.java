package newswire.enrich.relate;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows in memory. */
final class MemoryRows<V> implements Rows<V> {

  final TreeMap<String, V> rows = new TreeMap<>();

  @Override
  public @Nullable V get(String key) {
    return rows.get(key);
  }

  @Override
  public void put(String key, V value) {
    rows.put(key, value);
  }

  @Override
  public void delete(String key) {
    rows.remove(key);
  }

  @Override
  public List<String> keys(String from, String to, int limit) {
    return from.compareTo(to) >= 0
        ? List.of()
        : rows.subMap(from, to).keySet().stream().limit(limit).toList();
  }

  @Override
  public @Nullable String lastKey() {
    return rows.isEmpty() ? null : rows.lastKey();
  }
}
