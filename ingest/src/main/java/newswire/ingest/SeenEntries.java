package newswire.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newswire.schemas.avro.SeenEntry;

/** The entries of a source that have been ingested, oldest first, bounded. */
final class SeenEntries {

  static final int MOST = 2_000;

  private final Map<String, SeenEntry> byKey = new LinkedHashMap<>();

  SeenEntries(List<SeenEntry> seen) {
    seen.forEach(entry -> byKey.put(entry.getKey(), entry));
  }

  /** Whether the feed has said exactly this before. */
  boolean contains(EntryKey entry) {
    SeenEntry known = byKey.get(entry.key());
    return known != null && known.getHash().equals(entry.hash());
  }

  /**
   * The list with more entries, the oldest dropped, but none that is still in the feed: it would
   * come in again.
   */
  List<SeenEntry> with(Collection<EntryKey> more, Instant fetched, Set<String> inFeed) {
    for (EntryKey entry : more) {
      byKey.remove(entry.key());
      byKey.put(entry.key(), new SeenEntry(entry.key(), entry.hash(), fetched));
    }
    Iterator<String> oldest = byKey.keySet().iterator();
    int tooMany = byKey.size() - MOST;
    while (tooMany > 0 && oldest.hasNext()) {
      if (!inFeed.contains(oldest.next())) {
        oldest.remove();
        tooMany--;
      }
    }
    return new ArrayList<>(byKey.values());
  }
}
