package newswire.ingest.fetch;

/**
 * What to ask for.
 *
 * @param accept value of the Accept header
 * @param etag validator of what we have; empty if we have nothing
 * @param lastModified likewise
 * @param maxBytes most bytes of a body, content codings removed
 * @param allowPrivateNetworks whether it may lie on a loopback or private address
 */
public record FetchRequest(
    String url,
    String accept,
    String etag,
    String lastModified,
    int maxBytes,
    boolean allowPrivateNetworks) {

  public static final String FEED =
      "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
  public static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.1";

  /** A feed, if it is another than the one with these validators. */
  public static FetchRequest feed(
      String url, String etag, String lastModified, int maxBytes, boolean allowPrivateNetworks) {
    return new FetchRequest(url, FEED, etag, lastModified, maxBytes, allowPrivateNetworks);
  }

  /** A page of HTML. */
  public static FetchRequest page(String url, int maxBytes, boolean allowPrivateNetworks) {
    return new FetchRequest(url, PAGE, "", "", maxBytes, allowPrivateNetworks);
  }
}
