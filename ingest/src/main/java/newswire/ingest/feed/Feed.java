package newswire.ingest.feed;

import java.util.List;
import newswire.schemas.avro.FeedEntry;

/**
 * What a feed says.
 *
 * @param title plain text
 * @param link the address of the site, absolute; empty if there is none
 * @param language tag it declares; empty if it declares none
 * @param announced its hub, as its document says
 * @param entries in the order of the feed, at most {@link #MOST_ENTRIES}
 */
public record Feed(
    String title, String link, String language, Announcement announced, List<FeedEntry> entries) {

  public static final int MOST_ENTRIES = 2_000;

  public Feed {
    entries = List.copyOf(entries);
  }
}
