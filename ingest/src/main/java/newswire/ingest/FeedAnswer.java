package newswire.ingest;

import newswire.ingest.feed.Feed;
import newswire.ingest.feed.FeedReader;
import newswire.ingest.feed.UnreadableFeed;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.schemas.ArticleId;

/** What came of asking for a feed. */
sealed interface FeedAnswer {

  /** A feed. */
  record Read(Feed feed, Fetched body, String bodyHash) implements FeedAnswer {}

  /** A body that is no feed. */
  record Unreadable(String reason, Fetched body, String bodyHash) implements FeedAnswer {}

  /** The body is the one we have read. */
  record Unchanged() implements FeedAnswer {}

  /** No body. */
  record Missing(Failed failed) implements FeedAnswer {}

  /** Reads what was fetched. */
  static FeedAnswer of(FetchResult result) {
    if (result instanceof Failed failed) {
      return new Missing(failed);
    }
    if (!(result instanceof Fetched fetched)) {
      return new Unchanged();
    }
    String hash = ArticleId.sha256(fetched.body());
    try {
      Feed feed = FeedReader.read(fetched.body(), fetched.contentType(), fetched.url());
      return new Read(feed, fetched, hash);
    } catch (UnreadableFeed e) {
      return new Unreadable(String.valueOf(e.getMessage()), fetched, hash);
    }
  }
}
