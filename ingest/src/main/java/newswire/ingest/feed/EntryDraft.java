package newswire.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newswire.schemas.avro.FeedEntry;
import newswire.text.ClaimedTime;
import org.jspecify.annotations.Nullable;

/** An entry as it is being read; every text is bounded, so that an article fits into a record. */
final class EntryDraft {

  static final int LONGEST_SUMMARY = 100_000;
  static final int LONGEST_CONTENT = 500_000;
  private static final int LONGEST_ADDRESS = 4_000;
  private static final int LONGEST_NAME = 500;
  private static final int MOST_NAMES = 100;

  String guid = "";
  String link = "";
  String title = "";
  String summary = "";
  String content = "";
  String published = "";
  String updated = "";
  String language = "";
  private final List<String> authors = new ArrayList<>();
  private final List<String> categories = new ArrayList<>();

  void author(String name) {
    add(authors, name);
  }

  void category(String name) {
    add(categories, name);
  }

  private static void add(List<String> names, String name) {
    if (names.size() >= MOST_NAMES) {
      return;
    }
    String bounded = Bounded.text(Markup.plain(name, true), LONGEST_NAME);
    if (!bounded.isEmpty() && !names.contains(bounded)) {
      names.add(bounded);
    }
  }

  /** Whether the feed says nothing at all of it. */
  boolean isEmpty() {
    return Stream.of(guid, link, title, summary, content, published, updated)
            .allMatch(String::isEmpty)
        && authors.isEmpty()
        && categories.isEmpty();
  }

  FeedEntry entry() {
    ClaimedTime time = ClaimedTime.read(published);
    @Nullable Instant changed = ClaimedTime.read(updated).instant();
    return FeedEntry.newBuilder()
        .setGuid(Bounded.text(guid.isEmpty() ? link : guid, LONGEST_ADDRESS))
        .setLink(link.length() > LONGEST_ADDRESS ? "" : link)
        .setTitle(title)
        .setSummary(Bounded.text(summary, LONGEST_SUMMARY))
        .setContent(Bounded.text(content, LONGEST_CONTENT))
        .setAuthors(List.copyOf(authors))
        .setCategories(List.copyOf(categories))
        .setPublishedText(Bounded.text(published, LONGEST_NAME))
        .setPublished(time.instant())
        .setPublishedPrecision(time.precision())
        .setUpdated(changed)
        .setLanguage(Bounded.text(language, LONGEST_NAME))
        .build();
  }
}
