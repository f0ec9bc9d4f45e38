package newswire.enrich.entities;

import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.avro.GazetteerEntry;
import org.jspecify.annotations.Nullable;

/**
 * The names that users added, as the gazetteer's topic has them. Records come in from one thread;
 * stages of any thread take what is there as one immutable version.
 */
public final class UserGazetteer {

  private final Map<String, GazetteerEntry> entries = new TreeMap<>();
  private long version;
  private volatile @Nullable UserNames names = UserNames.NONE;

  /**
   * Takes in a record of the topic.
   *
   * @param entry null if it has been removed
   * @param offset of the record; a smaller one than before is a replay from the beginning
   */
  public void put(String id, @Nullable GazetteerEntry entry, long offset) {
    synchronized (entries) {
      if (entry == null) {
        entries.remove(id);
      } else {
        entries.put(id, entry);
      }
      version = offset + 1;
      names = null;
    }
  }

  /** What is there now; indexed only when an article comes, so that an import costs one index. */
  UserNames names() {
    UserNames now = names;
    if (now != null) {
      return now;
    }
    synchronized (entries) {
      now = new UserNames(entries.values(), version);
      names = now;
      return now;
    }
  }
}
