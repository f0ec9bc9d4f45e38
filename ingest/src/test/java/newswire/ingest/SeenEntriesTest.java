package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.SeenEntry;
import org.junit.jupiter.api.Test;

class SeenEntriesTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private static List<SeenEntry> seen(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new SeenEntry("k" + i, "h", NOW)).toList();
  }

  @Test
  void knowsWhatIsNewAndWhatHasChanged() {
    SeenEntries seen = new SeenEntries(seen(0, 3));

    assertThat(seen.contains(new EntryKey("k1", "h"))).isTrue();
    assertThat(seen.contains(new EntryKey("k1", "other"))).isFalse();
    assertThat(seen.contains(new EntryKey("k9", "h"))).isFalse();
  }

  @Test
  void dropsTheOldestButNoneThatIsStillInTheFeed() {
    SeenEntries seen = new SeenEntries(seen(0, SeenEntries.MOST));

    List<SeenEntry> after =
        seen.with(List.of(new EntryKey("new1", "h"), new EntryKey("new2", "h")), NOW, Set.of("k0"));

    assertThat(after).hasSize(SeenEntries.MOST);
    assertThat(after)
        .extracting(SeenEntry::getKey)
        .startsWith("k0", "k3")
        .endsWith("new1", "new2")
        .doesNotContain("k1", "k2");
  }

  @Test
  void anEntryIsKnownByItsGuidElseItsLinkElseItsWords() {
    assertThat(EntryKey.itemId(entry("g", "l", "t"))).isEqualTo("g");
    assertThat(EntryKey.itemId(entry("", "l", "t"))).isEqualTo("l");
    assertThat(EntryKey.itemId(entry("", "", "خبر"))).startsWith("sha256:");
  }

  @Test
  void entriesThatShareAGuidAreToldApartByTheirLinks() {
    Map<EntryKey, FeedEntry> all =
        EntryKey.all(
            List.of(
                entry("g", "a", "أول"),
                entry("g", "b", "二"),
                entry("g", "b", "二"),
                entry("g".repeat(9_000), "c", "third")));

    assertThat(all.values()).extracting(FeedEntry::getTitle).containsExactly("أول", "二", "third");
    assertThat(all.keySet()).allMatch(key -> key.key().length() <= 200);
  }

  private static FeedEntry entry(String guid, String link, String title) {
    return FeedEntry.newBuilder()
        .setGuid(guid)
        .setLink(link)
        .setTitle(title)
        .setPublishedPrecision(Precision.UNKNOWN)
        .build();
  }
}
