package newswire.enrich.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The rows of a Kafka Streams store. */
public record StoreRows<V>(KeyValueStore<Bytes, V> store) implements Rows<V> {

  @Override
  public @Nullable V get(Bytes key) {
    return store.get(key);
  }

  @Override
  public void put(Bytes key, V value) {
    store.put(key, value);
  }

  @Override
  public void putAll(Collection<Bytes> keys, V value) {
    store.putAll(keys.stream().map(key -> KeyValue.pair(key, value)).toList());
  }

  @Override
  public void delete(Bytes key) {
    store.delete(key);
  }

  @Override
  public List<Bytes> keys(Bytes from, Bytes to, int limit) {
    List<Bytes> keys = new ArrayList<>();
    if (from.compareTo(to) >= 0) {
      return keys;
    }
    try (KeyValueIterator<Bytes, V> rows = store.range(from, to)) {
      while (keys.size() < limit && rows.hasNext()) {
        Bytes key = rows.next().key;
        if (!key.equals(to)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  @Override
  public @Nullable Bytes lastKey() {
    try (KeyValueIterator<Bytes, V> rows = store.reverseAll()) {
      return rows.hasNext() ? rows.next().key : null;
    }
  }
}
