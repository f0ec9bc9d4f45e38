package newswire.ingest;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.FeedEntry;

/**
 * What an entry is known by within its source, and what the feed said of it.
 *
 * @param key its guid, shortened if it is long
 * @param hash SHA-256 of what makes it another version
 */
record EntryKey(String key, String hash) {

  private static final int LONGEST_KEY = 200;

  /** The entries of a feed by key; an exact repetition counts once. */
  static Map<EntryKey, FeedEntry> all(List<FeedEntry> entries) {
    Map<String, EntryKey> taken = new LinkedHashMap<>();
    Map<EntryKey, FeedEntry> all = new LinkedHashMap<>();
    for (FeedEntry entry : entries) {
      String hash = hash(entry);
      String key = shortened(itemId(entry));
      EntryKey same = taken.get(key);
      if (same != null && !same.hash().equals(hash)) {
        // Some feeds give every entry the same guid.
        key = shortened(itemId(entry) + " " + entry.getLink());
      }
      EntryKey entryKey = new EntryKey(key, hash);
      if (taken.putIfAbsent(key, entryKey) == null) {
        all.put(entryKey, entry);
      }
    }
    return all;
  }

  /** The source's own id of the item, or what stands for it. */
  static String itemId(FeedEntry entry) {
    if (!entry.getGuid().isEmpty()) {
      return entry.getGuid();
    }
    return entry.getLink().isEmpty() ? "sha256:" + hash(entry) : entry.getLink();
  }

  private static String shortened(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    return utf8.length <= LONGEST_KEY ? key : "sha256:" + ArticleId.sha256(utf8);
  }

  private static String hash(FeedEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      String updated = entry.getUpdated().map(Instant::toString).orElse("");
      for (String part :
          List.of(
              entry.getLink(),
              entry.getTitle(),
              entry.getSummary(),
              entry.getContent(),
              entry.getPublishedText(),
              updated)) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ArticleId.sha256(bytes.toByteArray());
  }
}
