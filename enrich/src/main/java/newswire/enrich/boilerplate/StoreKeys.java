package newswire.enrich.boilerplate;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The keys of a Kafka Streams store. */
record StoreKeys(KeyValueStore<String, String> store) implements SortedKeys {

  private static final String NOTHING = "";

  @Override
  public void add(String key) {
    store.put(key, NOTHING);
  }

  @Override
  public void remove(String key) {
    store.delete(key);
  }

  @Override
  public List<String> keys(String from, String to, int limit) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, String> rows = store.range(from, to)) {
      while (keys.size() < limit && rows.hasNext()) {
        String key = rows.next().key;
        if (!key.equals(to)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }
}
