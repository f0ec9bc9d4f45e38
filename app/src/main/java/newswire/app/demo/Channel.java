package newswire.app.demo;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;

/** What an outlet's feed says, whatever its format: newest entry first. */
record Channel(Outlet outlet, URI home, URI self, List<Entry> entries) {

  /** The feed as the outlet's format writes it. */
  Document render() {
    String text =
        switch (outlet.feed().format()) {
          case RSS -> RssFeed.write(this);
          case ATOM -> AtomFeed.write(this);
          case JSON -> JsonFeed.write(this);
        };
    String type =
        switch (outlet.feed().format()) {
          case RSS -> "application/rss+xml";
          case ATOM -> "application/atom+xml";
          case JSON -> "application/feed+json";
        };
    String sent = outlet.feed().damaged() ? TornXml.tear(text) : text;
    return Document.of(sent, type, outlet.encoding());
  }

  OffsetDateTime updated() {
    return entries.stream().map(Entry::updated).max(OffsetDateTime.timeLineOrder()).orElseThrow();
  }
}
