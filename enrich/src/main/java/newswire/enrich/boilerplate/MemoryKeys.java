package newswire.enrich.boilerplate;

import java.util.List;
import java.util.TreeSet;

/** Keys in memory. */
final class MemoryKeys implements SortedKeys {

  final TreeSet<String> keys = new TreeSet<>();

  @Override
  public void add(String key) {
    keys.add(key);
  }

  @Override
  public void remove(String key) {
    keys.remove(key);
  }

  @Override
  public List<String> keys(String from, String to, int limit) {
    return from.compareTo(to) >= 0
        ? List.of()
        : keys.subSet(from, to).stream().limit(limit).toList();
  }
}
