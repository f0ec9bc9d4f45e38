package newswire.enrich.boilerplate;

import java.util.List;

/** A set of keys in the order of their bytes. */
interface SortedKeys {

  void add(String key);

  void remove(String key);

  /** At most {@code limit} keys from {@code from} on and before {@code to}, in order. */
  List<String> keys(String from, String to, int limit);
}
