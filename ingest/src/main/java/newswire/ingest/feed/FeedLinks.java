package newswire.ingest.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import newswire.text.DecodedText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The feeds that a page announces ({@code link rel=alternate}). */
public final class FeedLinks {

  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int MOST = 100;
  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/xml+rss",
          "application/rss",
          "application/atom",
          "text/rss",
          "text/rss+xml",
          "text/atom+xml");

  private FeedLinks() {}

  /**
   * A feed as a page names it.
   *
   * @param title plain text; empty if it has none
   * @param type media type, in lower case
   */
  public record FeedLink(String url, String title, String type) {}

  /**
   * The feeds of a page in its order, each once; a pure function that never fails.
   *
   * @param contentType value of the HTTP header, if there was one
   * @param pageUrl what relative links are relative to, unless the page has a {@code base}
   */
  public static List<FeedLink> of(byte[] page, @Nullable String contentType, String pageUrl) {
    if (page.length > LARGEST) {
      return List.of();
    }
    Document document = Jsoup.parse(DecodedText.of(page, contentType).text(), pageUrl);
    Element base = document.selectFirst("base[href]");
    String against = base == null ? pageUrl : Links.absolute(base.attr("href"), pageUrl);
    Map<String, FeedLink> byUrl = new LinkedHashMap<>();
    for (Element link : document.select("link[rel][href]")) {
      String type = link.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      String url = Links.absolute(link.attr("href"), against.isEmpty() ? pageUrl : against);
      if (!url.isEmpty() && isFeed(link, type) && byUrl.size() < MOST) {
        byUrl.putIfAbsent(url, new FeedLink(url, Markup.plain(link.attr("title"), false), type));
      }
    }
    return List.copyOf(byUrl.values());
  }

  private static boolean isFeed(Element link, String type) {
    List<String> rel = List.of(link.attr("rel").strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return rel.contains("feed") || rel.contains("alternate") && TYPES.contains(type);
  }
}
