package newswire.enrich.relate;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The rows of a Kafka Streams store. */
record StoreRows<V>(KeyValueStore<String, V> store) implements Rows<V> {

  @Override
  public @Nullable V get(String key) {
    return store.get(key);
  }

  @Override
  public void put(String key, V value) {
    store.put(key, value);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public List<String> keys(String from, String to, int limit) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, V> rows = store.range(from, to)) {
      while (keys.size() < limit && rows.hasNext()) {
        String key = rows.next().key;
        if (!key.equals(to)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  @Override
  public @Nullable String lastKey() {
    try (KeyValueIterator<String, V> rows = store.reverseAll()) {
      return rows.hasNext() ? rows.next().key : null;
    }
  }
}
