package newswire.lake;

import java.util.ArrayList;
import java.util.List;
import newswire.sink.intake.Item;

/** What has been read of one partition and is not stored. */
final class Backlog {

  private final Dataset dataset;
  private final List<Item> items = new ArrayList<>();
  private long stored;
  private long next;

  /** With nothing read beyond {@code stored}. */
  Backlog(Dataset dataset, long stored) {
    this.dataset = dataset;
    this.stored = stored;
    this.next = stored;
  }

  void add(List<Item> read, long position) {
    items.addAll(read);
    next = position;
  }

  /** Takes note that all of it is stored; marks of transactions alone are in no range. */
  void clear() {
    if (!items.isEmpty()) {
      items.clear();
      stored = next;
    }
  }

  Dataset dataset() {
    return dataset;
  }

  List<Item> items() {
    return items;
  }

  /** Where the partition stands in the store. */
  long stored() {
    return stored;
  }

  /** Where it would stand then if all of this were stored. */
  long next() {
    return next;
  }

  /** Below which nothing remains to be stored; marks of transactions are nothing. */
  long done() {
    return items.isEmpty() ? next : stored;
  }
}
