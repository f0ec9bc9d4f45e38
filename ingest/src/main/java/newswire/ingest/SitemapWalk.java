package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import newswire.ingest.feed.Announcement;
import newswire.ingest.feed.Feed;
import newswire.ingest.feed.Timetable;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.ingest.sitemap.Sitemap;
import newswire.ingest.sitemap.SitemapReader;
import newswire.ingest.sitemap.UnreadableSitemap;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.FeedEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a sitemap; of an index the newest few sitemaps, one after the other. What is asked for in
 * between is asked by others, on whatever thread.
 */
final class SitemapWalk {

  private static final Logger LOG = LoggerFactory.getLogger(SitemapWalk.class);

  /** Besides the first; an index may name indexes. */
  private static final int MOST_REQUESTS = 8;

  private final Asking asking;
  private final Consumer<FeedAnswer> then;
  private final Fetched first;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Map<String, FeedEntry> entries = new LinkedHashMap<>();
  private final List<String> hashes = new ArrayList<>();
  private @Nullable Failed failed;
  private int asked;
  private int read;

  /** Asks for an address and gives the result on. */
  interface Asking {
    void ask(String url, Consumer<FetchResult> then);
  }

  private SitemapWalk(Fetched first, Asking asking, Consumer<FeedAnswer> then) {
    this.first = first;
    this.asking = asking;
    this.then = then;
  }

  /** Gives the answer to {@code then}, after asking for what {@code result} names if it must. */
  static void from(FetchResult result, Asking asking, Consumer<FeedAnswer> then) {
    if (result instanceof Failed failed) {
      then.accept(new FeedAnswer.Missing(failed));
    } else if (result instanceof Fetched fetched) {
      new SitemapWalk(fetched, asking, then).begin();
    } else if (result instanceof NotModified notModified) {
      then.accept(new FeedAnswer.Unchanged(notModified));
    }
  }

  private void begin() {
    try {
      take(first);
    } catch (UnreadableSitemap e) {
      String hash = ArticleId.sha256(first.body());
      then.accept(new FeedAnswer.Unreadable(String.valueOf(e.getMessage()), first, hash));
      return;
    }
    next();
  }

  private void take(Fetched fetched) throws UnreadableSitemap {
    Sitemap sitemap = SitemapReader.read(fetched.body(), fetched.contentType(), fetched.url());
    hashes.add(ArticleId.sha256(fetched.body()));
    sitemap.entries().forEach(entry -> entries.putIfAbsent(entry.getGuid(), entry));
    waiting.addAll(sitemap.sitemaps());
  }

  private void next() {
    if (waiting.isEmpty() || asked == MOST_REQUESTS || entries.size() >= Sitemap.MOST_ENTRIES) {
      then.accept(end());
      return;
    }
    asked++;
    asking.ask(waiting.removeFirst(), this::arrived);
  }

  private void arrived(FetchResult result) {
    if (result instanceof Fetched fetched) {
      try {
        take(fetched);
        read++;
      } catch (UnreadableSitemap e) {
        lost(Failed.refused(fetched.url(), fetched.status(), "unreadable: " + e.getMessage()));
      }
    } else if (result instanceof Failed one) {
      lost(one);
    }
    next();
  }

  private void lost(Failed one) {
    LOG.warn("the sitemap {} of {} is missing: {}", one.url(), first.url(), one.reason());
    failed = failed == null ? one : failed;
  }

  private FeedAnswer end() {
    if (read == 0 && failed != null) {
      return new FeedAnswer.Missing(failed);
    }
    List<FeedEntry> all = entries.values().stream().limit(Sitemap.MOST_ENTRIES).toList();
    Feed feed = new Feed("", "", "", Announcement.NONE, all);
    if (asked == 0) {
      return new FeedAnswer.Read(feed, Timetable.NONE, first, hashes.get(0));
    }
    // The validators of an index say nothing of what it names.
    Fetched body =
        new Fetched(first.url(), first.status(), first.contentType(), first.body(), "", "");
    return new FeedAnswer.Read(
        feed, Timetable.NONE, body, ArticleId.sha256(String.join(" ", hashes).getBytes(UTF_8)));
  }
}
