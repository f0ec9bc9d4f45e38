package newswire.enrich.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Rows of which those used last are kept as they are, not read and decoded again. */
public final class RowsAtHand<V> implements Rows<V> {

  private static final float LOAD = .75f;

  private final Rows<V> rows;
  private final Map<Bytes, V> atHand;

  /**
   * For one thread, and the only way by which {@code rows} change.
   *
   * @param most how many are kept
   */
  public RowsAtHand(Rows<V> rows, int most) {
    this.rows = rows;
    this.atHand =
        new LinkedHashMap<>(16, LOAD, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Bytes, V> eldest) {
            return size() > most;
          }
        };
  }

  @Override
  public @Nullable V get(Bytes key) {
    @Nullable V value = atHand.get(key);
    if (value == null) {
      value = rows.get(key);
      if (value != null) {
        atHand.put(key, value);
      }
    }
    return value;
  }

  @Override
  public void put(Bytes key, V value) {
    rows.put(key, value);
    atHand.put(key, value);
  }

  @Override
  public void delete(Bytes key) {
    rows.delete(key);
    atHand.remove(key);
  }

  @Override
  public List<Bytes> keys(Bytes from, Bytes to, int limit) {
    return rows.keys(from, to, limit);
  }

  @Override
  public @Nullable Bytes lastKey() {
    return rows.lastKey();
  }
}
