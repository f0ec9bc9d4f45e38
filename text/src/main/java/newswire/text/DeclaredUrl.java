package newswire.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import newswire.schemas.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The address that a page declares as its own: {@code rel=canonical} (RFC 6596), else {@code
 * og:url}. The id of an article follows from it, so all who make ids have to read it alike.
 */
public final class DeclaredUrl {

  /** Attributes that name what a meta element says. */
  public static final List<String> META_KEYS = List.of("property", "name", "http-equiv");

  private static final Pattern CANONICAL = Pattern.compile("\\bcanonical\\b");
  private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");
  private static final Pattern HOME = Pattern.compile("https?://[^/?]+/?");
  private static final String OG_URL = "ogurl";

  private DeclaredUrl() {}

  /**
   * The address of an article that was served at one address and declares another. It may declare
   * one of its own site; not a home page, which careless templates name.
   *
   * @param declared as in the page, unchecked
   */
  public static CanonicalUrl of(CanonicalUrl served, String declared) {
    return CanonicalUrl.parse(declared)
        .filter(url -> url.site().equals(served.site()))
        .filter(url -> !isHome(url) || isHome(served))
        .orElse(served);
  }

  /**
   * The same, from the page itself.
   *
   * @param contentType as in the HTTP header; may be empty
   */
  public static CanonicalUrl of(CanonicalUrl served, byte[] page, String contentType) {
    byte[] read = page.length > PageLimits.LARGEST ? PageLimits.head(page) : page;
    String html = DecodedText.of(read, contentType).text();
    Parser parser = Parser.htmlParser().setMaxDepth(PageLimits.DEEPEST);
    return of(served, in(Jsoup.parse(html, served.value(), parser)));
  }

  /**
   * What a page declares, unchecked; empty if nothing. Its base is the address it was served at.
   */
  public static String in(Document page) {
    for (Element link : page.getElementsByTag("link")) {
      if (isCanonical(link)) {
        return link.absUrl("href");
      }
    }
    for (Element meta : page.getElementsByTag("meta")) {
      if (META_KEYS.stream().anyMatch(key -> isOgUrl(meta.attr(key)))
          && !meta.attr("content").isBlank()) {
        return meta.attr("content").strip();
      }
    }
    return "";
  }

  /** Whether a link element declares the page's own address. */
  public static boolean isCanonical(Element link) {
    String rel = link.attr("rel").toLowerCase(Locale.ROOT);
    return rel.contains("canonical")
        && CANONICAL.matcher(rel).find()
        && !link.absUrl("href").isEmpty();
  }

  // Keys are compared by their letters only, as sites write them in many ways.
  private static boolean isOgUrl(String key) {
    return !key.isEmpty()
        && NOT_LETTERS.matcher(key).replaceAll("").toLowerCase(Locale.ROOT).equals(OG_URL);
  }

  private static boolean isHome(CanonicalUrl url) {
    return HOME.matcher(url.value()).matches();
  }
}
