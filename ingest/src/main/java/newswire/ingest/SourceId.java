package newswire.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import newswire.schemas.ArticleId;

/** Readable ids of sources: the same for the same address or name, another for another. */
final class SourceId {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final int LONGEST = 60;
  private static final int DIGEST = 8;

  private SourceId() {}

  /** Of an address: host and path. */
  static String ofUrl(String url) {
    try {
      URI uri = new URI(url);
      String host = uri.getHost() == null ? "" : uri.getHost();
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      String slug = slug(host + path);
      // Only what the slug keeps whole can do without the digest.
      boolean whole = uri.getRawQuery() == null && uri.getPort() < 0 && isPlain(host + path);
      return whole ? shortened(slug, url) : digested(slug, url);
    } catch (URISyntaxException e) {
      return digested("source", url);
    }
  }

  /** Of a name. */
  static String ofName(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String slug = slug(lower);
    // A slug with a dash of the name's own could be another name's.
    boolean whole = slug.equals(lower.replace(' ', '-')) && !lower.contains("-");
    return whole && FORM.matcher(slug).matches()
        ? shortened(slug, name)
        : digested(slug.isEmpty() ? "source" : slug, name);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 128 && c != '%' && c != '-' && c != '_');
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("^www\\.", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static String shortened(String slug, String whole) {
    return slug.length() <= LONGEST && !slug.isEmpty() ? slug : digested(slug, whole);
  }

  private static String digested(String slug, String whole) {
    String digest = ArticleId.sha256(whole.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST);
    String start = slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST);
    return start.isEmpty() ? digest : start + "-" + digest;
  }
}
