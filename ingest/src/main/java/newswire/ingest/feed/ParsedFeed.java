package newswire.ingest.feed;

import java.util.List;

/**
 * All that a feed says.
 *
 * @param entries in the order of the feed, also those that say nothing
 */
record ParsedFeed(Draft about, List<Draft> entries) {

  ParsedFeed {
    entries = List.copyOf(entries);
  }

  Feed feed() {
    return new Feed(
        about.title.plain(),
        about.link,
        about.language,
        about.announced,
        entries.stream().filter(entry -> !entry.isEmpty()).map(Draft::entry).toList());
  }
}
