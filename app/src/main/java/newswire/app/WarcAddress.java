package newswire.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.generic.GenericRecord;
import org.netpreserve.jwarc.MediaType;

/** What the header of a WARC record says of an article, in the characters that it may have. */
final class WarcAddress {

  private static final Pattern NO_URI = Pattern.compile("[\\x00-\\x20\"<>\\\\^`{|}\\x7f]");

  private WarcAddress() {}

  /** Its address; if it has none, or none that is one, its source and item. */
  static URI of(GenericRecord article) {
    String url = article.get("url").toString();
    if (url.startsWith("http:") || url.startsWith("https:")) {
      try {
        return new URI(new URI(legal(url)).toASCIIString());
      } catch (URISyntaxException e) { // as fetched, but not as a header may say it
      }
    }
    return URI.create(
        "urn:newswire:"
            + encoded(article.get("source_id").toString())
            + ":"
            + encoded(article.get("item_id").toString()));
  }

  private static String legal(String url) {
    return NO_URI
        .matcher(url)
        .replaceAll(found -> String.format(Locale.ROOT, "%%%02X", (int) found.group().charAt(0)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** Without line ends and what is no ASCII. */
  static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?").strip();
  }

  static MediaType mediaType(String type) {
    try {
      return MediaType.parse(type);
    } catch (IllegalArgumentException e) {
      return MediaType.OCTET_STREAM;
    }
  }
}
