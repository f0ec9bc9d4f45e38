package newswire.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.PoliteFetcher;
import newswire.ingest.fetch.PoliteFetcher.Manners;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Recheck;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;

/**
 * Asks for feeds and pages. A feed is asked for because somebody has subscribed to it, as feed
 * readers do; its pages are found by a robot, and the site's rules for robots apply to them.
 */
final class Crawl implements AutoCloseable {

  /** One hub serves many sources, and expects them. */
  private static final Duration BETWEEN_POSTS = Duration.ofSeconds(1);

  private final PoliteFetcher fetcher;
  private final IngestConfig config;
  private final Clock clock;

  Crawl(IngestConfig config, Clock clock) {
    this.fetcher =
        new PoliteFetcher(
            config.userAgent(), config.fetchDeadline(), config.parallelFetches(), clock);
    this.config = config;
    this.clock = clock;
  }

  /** Gives the answer to {@code then}, on a thread of ours, unless it is no longer wanted. */
  void feed(Source source, SourceState state, BooleanSupplier wanted, Consumer<FeedAnswer> then) {
    FetchRequest request =
        PollRequest.of(source, state, config.maxFeedBytes(), clock.instant())
            .as(source.getUserAgent());
    Manners manners = manners(source, false, wanted);
    if (source.getKind() == SourceKind.SITEMAP) {
      fetcher.fetch(
          request, manners, result -> SitemapWalk.from(result, nested(source, wanted), then));
      return;
    }
    fetcher.fetch(request, manners, result -> then.accept(FeedAnswer.of(result)));
  }

  /** Asks for what an index names, each on the lane of its site. */
  private SitemapWalk.Asking nested(Source source, BooleanSupplier wanted) {
    return (url, then) -> {
      FetchRequest request =
          FetchRequest.feed(url, "", "", config.maxFeedBytes(), source.getAllowPrivateNetworks())
              .as(source.getUserAgent());
      fetcher.fetch(request, manners(source, true, wanted), then);
    };
  }

  /**
   * Gives the page, or the reason why there is none, to {@code then}. A page that fails for the
   * moment is asked for once more, after the others of its site that wait.
   */
  void page(Source source, FeedEntry entry, BooleanSupplier wanted, Consumer<FetchResult> then) {
    FetchRequest request =
        FetchRequest.page(entry.getLink(), config.maxPageBytes(), source.getAllowPrivateNetworks())
            .as(source.getUserAgent());
    Manners manners = manners(source, true, wanted);
    fetcher.fetch(
        request,
        manners,
        result -> {
          if (result instanceof Failed failed && PoliteFetcher.isSoon(failed)) {
            fetcher.fetch(request, manners, then);
          } else {
            then.accept(result);
          }
        });
  }

  /** Asks for a page again, if it is another than the one we have. */
  void again(Source source, Recheck page, BooleanSupplier wanted, Consumer<FetchResult> then) {
    FetchRequest request =
        FetchRequest.page(
                page.getUrl(),
                page.getEtag(),
                config.maxPageBytes(),
                source.getAllowPrivateNetworks())
            .as(source.getUserAgent());
    fetcher.fetch(request, manners(source, true, wanted), then);
  }

  /** Posts a form to an address that the source has named. */
  void post(
      Source source, String url, String form, BooleanSupplier wanted, Consumer<FetchResult> then) {
    FetchRequest request =
        FetchRequest.post(url, form, source.getAllowPrivateNetworks()).as(source.getUserAgent());
    fetcher.fetch(request, new Manners(BETWEEN_POSTS, false, wanted), then);
  }

  private static Manners manners(Source source, boolean asksRobots, BooleanSupplier wanted) {
    return new Manners(Duration.ofMillis(Math.max(0, source.getDelayMs())), asksRobots, wanted);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
