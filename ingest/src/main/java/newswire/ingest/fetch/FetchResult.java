package newswire.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface FetchResult {

  /**
   * A body.
   *
   * @param url final address, after redirects
   * @param contentType as served; empty if not told
   * @param body content codings removed; not to be changed
   * @param etag empty if not told
   * @param lastModified empty if not told
   */
  record Fetched(
      String url,
      int status,
      String contentType,
      byte[] body,
      String etag,
      String lastModified,
      Advice advice)
      implements FetchResult {

    /** Without advice. */
    public Fetched(
        String url, int status, String contentType, byte[] body, String etag, String lastModified) {
      this(url, status, contentType, body, etag, lastModified, Advice.NONE);
    }
  }

  /**
   * What we have is still the latest, so the server says.
   *
   * @param etag of what the server has; empty if not told
   * @param lastModified likewise
   */
  record NotModified(String url, String etag, String lastModified, Advice advice)
      implements FetchResult {

    /** Nothing else was told. */
    public NotModified(String url) {
      this(url, "", "", Advice.NONE);
    }
  }

  /**
   * What a server says about later requests.
   *
   * @param movedTo where permanent redirects alone led from the address asked for; empty if there
   *     was none
   * @param maxAge how long the answer stays fresh; null if not told
   * @param links its Link headers, separated by commas; empty if there is none
   */
  record Advice(String movedTo, @Nullable Duration maxAge, String links) {

    public static final Advice NONE = new Advice("", null);

    /** Without links. */
    public Advice(String movedTo, @Nullable Duration maxAge) {
      this(movedTo, maxAge, "");
    }
  }

  /**
   * Nothing usable.
   *
   * @param url the address that failed: the last one of a chain of redirects
   * @param status of the response; 0 if there was none
   * @param reason in words for a person
   * @param isTransient whether asking again soon may help
   * @param retryAfter how long the server asked us to wait; null if it did not
   */
  record Failed(
      String url, int status, String reason, boolean isTransient, @Nullable Duration retryAfter)
      implements FetchResult {

    /** An answer that says no. */
    public static Failed status(String url, int status, @Nullable Duration retryAfter) {
      boolean isTransient = status == 408 || status == 425 || status == 429 || status >= 500;
      return new Failed(url, status, "HTTP status " + status, isTransient, retryAfter);
    }

    /** No answer, or none that could be read to its end. */
    public static Failed unanswered(String url, String reason) {
      return new Failed(url, 0, reason, true, null);
    }

    /** What we will not do, whatever the answer. */
    public static Failed refused(String url, int status, String reason) {
      return new Failed(url, status, reason, false, null);
    }
  }
}
