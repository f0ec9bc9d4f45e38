package newswire.ingest.fetch;

/**
 * What to ask for.
 *
 * @param accept value of the Accept header
 * @param etag validator of what we have; empty if we have nothing
 * @param lastModified likewise
 * @param maxBytes most bytes of a body, content codings removed
 * @param allowPrivateNetworks whether it may lie on a loopback or private address
 * @param userAgent sent instead of the fetcher's own; empty for that
 * @param isCut whether a larger body is cut to {@code maxBytes} instead of refused
 * @param form sent with POST, as {@code application/x-www-form-urlencoded}; empty for GET
 */
public record FetchRequest(
    String url,
    String accept,
    String etag,
    String lastModified,
    int maxBytes,
    boolean allowPrivateNetworks,
    String userAgent,
    boolean isCut,
    String form) {

  public static final String FEED =
      "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
  public static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.1";

  private static final String TEXT = "text/plain, */*;q=0.1";

  private static final int LARGEST_REPLY = 4 * 1024;

  /** RFC 9309, 2.5: a reader must take at least so much. */
  private static final int LARGEST_ROBOTS = 500 * 1024;

  /** A feed, if it is another than the one with these validators. */
  public static FetchRequest feed(
      String url, String etag, String lastModified, int maxBytes, boolean allowPrivateNetworks) {
    return new FetchRequest(
        url, FEED, etag, lastModified, maxBytes, allowPrivateNetworks, "", false, "");
  }

  /** A page of HTML. */
  public static FetchRequest page(String url, int maxBytes, boolean allowPrivateNetworks) {
    return page(url, "", maxBytes, allowPrivateNetworks);
  }

  /** A page of HTML, if it is another than the one with this validator. */
  public static FetchRequest page(
      String url, String etag, int maxBytes, boolean allowPrivateNetworks) {
    return new FetchRequest(url, PAGE, etag, "", maxBytes, allowPrivateNetworks, "", false, "");
  }

  /** The rules that the site of another request has for it. */
  static FetchRequest robots(String url, FetchRequest other) {
    return new FetchRequest(
        url,
        TEXT,
        "",
        "",
        LARGEST_ROBOTS,
        other.allowPrivateNetworks(),
        other.userAgent(),
        true,
        "");
  }

  /** A form to be posted; of the answer only the beginning counts. */
  public static FetchRequest post(String url, String form, boolean allowPrivateNetworks) {
    return new FetchRequest(
        url, "*/*", "", "", LARGEST_REPLY, allowPrivateNetworks, "", true, form);
  }

  /** The same, in another name. */
  public FetchRequest as(String otherUserAgent) {
    return new FetchRequest(
        url,
        accept,
        etag,
        lastModified,
        maxBytes,
        allowPrivateNetworks,
        otherUserAgent,
        isCut,
        form);
  }

  boolean isPost() {
    return !form.isEmpty();
  }

  boolean isConditional() {
    return !etag.isEmpty() || !lastModified.isEmpty();
  }
}
