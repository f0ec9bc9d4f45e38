package newswire.ingest.sitemap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newswire.schemas.avro.Enclosure;
import newswire.schemas.avro.FeedEntry;
import newswire.text.ClaimedTime;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** The pages and sitemaps that the elements of a sitemap name. */
final class Urls {

  /** The protocol's own limit. */
  private static final int MOST_READ = 50_000;

  private static final int LONGEST_ADDRESS = 4_000;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_NAMES = 100;

  private final String baseUrl;
  private final List<Dated<FeedEntry>> pages = new ArrayList<>();
  private final List<Dated<String>> sitemaps = new ArrayList<>();
  private boolean isSitemap;
  private boolean isTooDeep;

  Urls(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  private record Dated<T>(T what, @Nullable Instant time) {

    static <T> List<T> newest(List<Dated<T>> all, int most) {
      Comparator<@Nullable Instant> latest = Comparator.nullsLast(Comparator.reverseOrder());
      return all.stream()
          .sorted((a, b) -> latest.compare(a.time(), b.time()))
          .limit(most)
          .map(Dated::what)
          .toList();
    }
  }

  NodeFilter.FilterResult visit(Node node, int depth) {
    if (depth > SitemapReader.DEEPEST) {
      isTooDeep = true;
      return NodeFilter.FilterResult.STOP;
    }
    if (!(node instanceof Element element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    String name = element.tag().localName();
    isSitemap |= name.equals("urlset") || name.equals("sitemapindex");
    if (!isSitemap || pages.size() + sitemaps.size() >= MOST_READ) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    if (name.equals("url")) {
      address(element, "loc").ifPresent(loc -> pages.add(page(element, loc)));
    } else if (name.equals("sitemap")) {
      @Nullable Instant changed = ClaimedTime.read(text(element, "lastmod")).instant();
      address(element, "loc").ifPresent(loc -> sitemaps.add(new Dated<>(loc, changed)));
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  boolean isSitemap() {
    return isSitemap;
  }

  boolean isTooDeep() {
    return isTooDeep;
  }

  Sitemap sitemap() {
    return new Sitemap(
        Dated.newest(pages, Sitemap.MOST_ENTRIES), Dated.newest(sitemaps, Sitemap.MOST_SITEMAPS));
  }

  /** A page of which nothing but the address is told. */
  static FeedEntry bare(String address) {
    return FeedEntry.newBuilder().setGuid(address).setLink(address).build();
  }

  private Dated<FeedEntry> page(Element url, String loc) {
    Element news = child(url, "news").orElse(url);
    String claimed = text(news, "publication_date");
    ClaimedTime published = ClaimedTime.read(claimed);
    @Nullable Instant changed = ClaimedTime.read(text(url, "lastmod")).instant();
    FeedEntry entry =
        FeedEntry.newBuilder(bare(loc))
            .setTitle(text(news, "title"))
            .setPublishedText(claimed)
            .setPublished(published.instant())
            .setPublishedPrecision(published.precision())
            .setUpdated(changed)
            .setLanguage(child(news, "publication").map(p -> text(p, "language")).orElse(""))
            .setCategories(keywords(text(news, "keywords")))
            .setEnclosures(images(url))
            .build();
    return new Dated<>(entry, published.instant() == null ? changed : published.instant());
  }

  private List<Enclosure> images(Element url) {
    return url.children().stream()
        .filter(child -> child.tag().localName().equals("image"))
        .flatMap(image -> address(image, "loc").stream())
        .distinct()
        .limit(MOST_NAMES)
        .map(address -> Enclosure.newBuilder().setUrl(address).build())
        .toList();
  }

  private static List<String> keywords(String separated) {
    return Stream.of(separated.split("[,،、;]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_NAMES)
        .toList();
  }

  private Optional<String> address(Element element, String name) {
    HttpUrl base = HttpUrl.parse(baseUrl);
    String given = text(element, name);
    return Optional.ofNullable(base == null ? HttpUrl.parse(given) : base.resolve(given))
        .map(HttpUrl::toString)
        .filter(address -> !given.isEmpty() && address.length() <= LONGEST_ADDRESS);
  }

  private static Optional<Element> child(Element element, String name) {
    return element.children().stream()
        .filter(child -> child.tag().localName().equals(name))
        .findFirst();
  }

  /** Of the child with this name; spaces normalised. */
  private static String text(Element element, String name) {
    String text = child(element, name).map(Element::text).orElse("").strip();
    int points = text.codePointCount(0, text.length());
    return points <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
  }
}
