package newswire.ingest;

import newswire.ingest.feed.Feed;
import newswire.ingest.feed.FeedReader;
import newswire.ingest.feed.Timetable;
import newswire.ingest.feed.UnreadableFeed;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.schemas.ArticleId;

/** What came of asking for a feed. */
sealed interface FeedAnswer {

  /** A feed. */
  record Read(Feed feed, Timetable timetable, Fetched body, String bodyHash)
      implements FeedAnswer {}

  /** A body that is no feed. */
  record Unreadable(String reason, Fetched body, String bodyHash) implements FeedAnswer {}

  /** The body is the one we have read. */
  record Unchanged(NotModified answer) implements FeedAnswer {}

  /** No body. */
  record Missing(Failed failed) implements FeedAnswer {}

  /** Reads what was fetched. */
  static FeedAnswer of(FetchResult result) {
    if (result instanceof Failed failed) {
      return new Missing(failed);
    }
    if (result instanceof NotModified notModified) {
      return new Unchanged(notModified);
    }
    Fetched fetched = (Fetched) result;
    String hash = ArticleId.sha256(fetched.body());
    try {
      Feed feed = FeedReader.read(fetched.body(), fetched.contentType(), fetched.url());
      Timetable timetable = Timetable.of(fetched.body(), fetched.contentType());
      return new Read(feed, timetable, fetched, hash);
    } catch (UnreadableFeed e) {
      return new Unreadable(String.valueOf(e.getMessage()), fetched, hash);
    }
  }
}
