package newswire.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.Fetcher;
import newswire.ingest.fetch.SiteLanes;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for feeds and pages, each on the lane of its site, on threads of its own. */
final class Crawl implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Crawl.class);

  private final Fetcher fetcher;
  private final SiteLanes lanes;
  private final IngestConfig config;
  private final Clock clock;

  Crawl(IngestConfig config, Clock clock) {
    this.fetcher = new Fetcher(config.userAgent(), config.fetchDeadline(), clock);
    this.lanes = new SiteLanes(config.parallelFetches());
    this.config = config;
    this.clock = clock;
  }

  /** Gives the answer to {@code then}, on a thread of ours, unless it is no longer wanted. */
  void feed(Source source, SourceState state, BooleanSupplier wanted, Consumer<FeedAnswer> then) {
    boolean same = state.getUrl().equals(source.getUrl());
    FetchRequest request =
        FetchRequest.feed(
            source.getUrl(),
            same ? state.getEtag() : "",
            same ? state.getLastModified() : "",
            config.maxFeedBytes(),
            source.getAllowPrivateNetworks());
    if (source.getKind() == SourceKind.SITEMAP) {
      submit(
          source,
          request,
          wanted,
          () -> SitemapWalk.from(fetch(request), nested(source, wanted), then));
      return;
    }
    submit(source, request, wanted, () -> then.accept(FeedAnswer.of(fetch(request))));
  }

  /** Asks for what an index names, each on the lane of its site. */
  private SitemapWalk.Asking nested(Source source, BooleanSupplier wanted) {
    return (url, then) -> {
      FetchRequest request =
          FetchRequest.feed(url, "", "", config.maxFeedBytes(), source.getAllowPrivateNetworks());
      submit(source, request, wanted, () -> then.accept(fetch(request)));
    };
  }

  /**
   * Gives the article to {@code then}, with its page or with the reason why it has none. A page
   * that fails for the moment is asked for once more, after the others of its site that wait.
   */
  void page(Source source, FeedEntry entry, BooleanSupplier wanted, Consumer<RawArticle> then) {
    FetchRequest request =
        FetchRequest.page(entry.getLink(), config.maxPageBytes(), source.getAllowPrivateNetworks());
    Consumer<FetchResult> done =
        result -> then.accept(PageArticle.of(source, entry, result, clock.instant()));
    submit(
        source,
        request,
        wanted,
        () -> {
          FetchResult result = fetch(request);
          if (result instanceof Failed failed && failed.isTransient()) {
            submit(source, request, wanted, () -> done.accept(fetch(request)));
          } else {
            done.accept(result);
          }
        });
  }

  private void submit(Source source, FetchRequest request, BooleanSupplier wanted, Runnable work) {
    lanes.submit(
        site(request.url()),
        Duration.ofMillis(Math.max(0, source.getDelayMs())),
        () -> {
          if (wanted.getAsBoolean()) {
            work.run();
          }
        });
  }

  private FetchResult fetch(FetchRequest request) {
    try {
      return fetcher.fetch(request);
    } catch (RuntimeException e) {
      // Nobody would ever hear of the poll again.
      LOG.error("asking for {} failed", request.url(), e);
      return Failed.refused(request.url(), 0, "the fetcher failed: " + e);
    }
  }

  private static String site(String url) {
    return CanonicalUrl.parse(url).map(CanonicalUrl::site).orElse(url);
  }

  @Override
  public void close() {
    lanes.close();
    fetcher.close();
  }
}
