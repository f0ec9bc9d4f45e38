package newswire.enrich.rows;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was used last, in two generations: when the young one is full, what was not used since the
 * last time is dropped. For one thread.
 */
public final class AtHand<K, V> {

  private final int generation;
  private Map<K, V> young = new HashMap<>();
  private Map<K, V> old = new HashMap<>();

  /**
   * Holds nothing yet.
   *
   * @param generation how many are kept at least, and half of how many at most
   */
  public AtHand(int generation) {
    this.generation = generation;
  }

  public @Nullable V get(K key) {
    @Nullable V value = young.get(key);
    if (value == null) {
      value = old.get(key);
      if (value != null) {
        put(key, value);
      }
    }
    return value;
  }

  public void put(K key, V value) {
    if (young.size() >= generation) {
      old = young;
      young = new HashMap<>();
    }
    young.put(key, value);
  }

  public void remove(K key) {
    young.remove(key);
    old.remove(key);
  }
}
