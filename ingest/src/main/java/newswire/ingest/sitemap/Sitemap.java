package newswire.ingest.sitemap;

import java.util.List;
import newswire.schemas.avro.FeedEntry;

/**
 * What a sitemap says: pages, or other sitemaps if it is an index.
 *
 * @param entries newest first, at most {@link #MOST_ENTRIES}; those without a time last
 * @param sitemaps absolute addresses, newest first, at most {@link #MOST_SITEMAPS}
 */
public record Sitemap(List<FeedEntry> entries, List<String> sitemaps) {

  public static final int MOST_ENTRIES = 2_000;

  /** Of an index only the newest are of interest: the others are its archive. */
  public static final int MOST_SITEMAPS = 5;

  public Sitemap {
    entries = List.copyOf(entries);
    sitemaps = List.copyOf(sitemaps);
  }
}
