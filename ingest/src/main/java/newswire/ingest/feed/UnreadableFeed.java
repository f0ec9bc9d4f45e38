package newswire.ingest.feed;

/** Why a body is not a feed, in words for a person. */
public final class UnreadableFeed extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFeed(String reason) {
    super(reason);
  }

  UnreadableFeed(String reason, Throwable cause) {
    super(reason, cause);
  }
}
