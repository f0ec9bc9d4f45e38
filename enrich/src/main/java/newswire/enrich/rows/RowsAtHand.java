package newswire.enrich.rows;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Rows of which those used last are kept as they are, not read and decoded again. */
public final class RowsAtHand<V> implements Rows<V> {

  private final Rows<V> rows;
  private final AtHand<Bytes, V> atHand;

  /**
   * For one thread, and the only way by which {@code rows} change.
   *
   * @param generation of {@link AtHand}
   */
  public RowsAtHand(Rows<V> rows, int generation) {
    this.rows = rows;
    this.atHand = new AtHand<>(generation);
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
