package newswire.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import newswire.ingest.IngestConfig;
import newswire.ingest.feed.Feed;
import newswire.ingest.feed.FeedReader;
import newswire.ingest.feed.LinkHeader;
import newswire.ingest.feed.UnreadableFeed;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.Fetcher;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Source;

/** One look at a feed, for a person who wants to know whether it is of use. */
record SourceTrial(Source source) {

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int SHOWN = 3;

  /** What it says; ends the command if it cannot be had or is no feed. */
  String text() {
    Fetched body = fetched();
    try {
      return describe(body, FeedReader.read(body.body(), body.contentType(), body.url()));
    } catch (UnreadableFeed e) {
      throw Exit.failed(body.url() + " cannot be read as a feed: " + e.getMessage());
    }
  }

  private Fetched fetched() {
    String agent = IngestConfig.Key.USER_AGENT.byDefault();
    try (Fetcher fetcher = new Fetcher(agent, DEADLINE, Clock.systemUTC())) {
      FetchResult result =
          fetcher.fetch(
              FetchRequest.feed(
                  source.getUrl(), "", "", LARGEST, source.getAllowPrivateNetworks()));
      if (result instanceof Fetched body) {
        return body;
      }
      String reason = result instanceof FetchResult.Failed failed ? failed.reason() : "no body";
      throw Exit.failed("cannot fetch " + source.getUrl() + ": " + reason);
    }
  }

  private String describe(Fetched body, Feed feed) {
    boolean conditional = !body.etag().isEmpty() || !body.lastModified().isEmpty();
    TextTable table =
        new TextTable("address", body.url())
            .row("title", feed.title().isEmpty() ? "-" : feed.title())
            .row("language", feed.language().isEmpty() ? "not declared" : feed.language())
            .row("entries", String.valueOf(feed.entries().size()))
            .row("latest", latest(feed).map(Instant::toString).orElse("no readable times"))
            .row("bytes", String.valueOf(body.body().length))
            .row("WebSub hub", hub(body, feed))
            .row("conditional requests", conditional ? "yes" : "no: it sends no validators");
    feed.entries().stream().limit(SHOWN).forEach(e -> table.row("entry", title(e)));
    return table.toString();
  }

  private static String hub(Fetched body, Feed feed) {
    String hub = LinkHeader.announced(body.advice().links(), body.url()).or(feed.announced()).hub();
    return hub.isEmpty() ? "-" : hub;
  }

  private static Optional<Instant> latest(Feed feed) {
    return feed.entries().stream()
        .flatMap(e -> e.getPublished().stream())
        .max(Comparator.naturalOrder());
  }

  private static String title(FeedEntry entry) {
    return entry.getTitle().isEmpty() ? entry.getLink() : entry.getTitle();
  }
}
