package newswire.ingest.sitemap;

/** Why a body is not a sitemap, in words for a person. */
public final class UnreadableSitemap extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableSitemap(String reason) {
    super(reason);
  }

  UnreadableSitemap(String reason, Throwable cause) {
    super(reason, cause);
  }
}
