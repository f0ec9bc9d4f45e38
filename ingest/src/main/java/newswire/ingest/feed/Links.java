package newswire.ingest.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Element;

/** Addresses made absolute. */
final class Links {

  private Links() {}

  /** The HTTP address that an element gives, by every {@code xml:base} around it; empty if none. */
  static String absolute(Element element, String address, String baseUrl) {
    Deque<String> bases = new ArrayDeque<>();
    for (Element e = element; e != null; e = e.parent()) {
      if (e.hasAttr("xml:base")) {
        bases.push(e.attr("xml:base"));
      }
    }
    String base = baseUrl;
    for (String inner : bases) {
      String resolved = absolute(inner, base);
      base = resolved.isEmpty() ? base : resolved;
    }
    return absolute(address, base);
  }

  /** The HTTP address relative to {@code base}; empty if it is none. */
  static String absolute(String address, String base) {
    String text = address.strip();
    if (text.isEmpty()) {
      return "";
    }
    HttpUrl against = HttpUrl.parse(base);
    HttpUrl url = against == null ? HttpUrl.parse(text) : against.resolve(text);
    return url == null ? "" : url.toString();
  }

  /** A number of bytes as given; 0 if it is none. */
  static long bytes(String given) {
    String digits = given.strip();
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= 18
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(digits) : 0;
  }

  static boolean isHttp(String address) {
    return HttpUrl.parse(address) != null;
  }
}
