package newswire.enrich.page;

import com.ibm.icu.util.ULocale;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.RawKey;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Extraction;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawArticle;
import newswire.text.ClaimedTime;
import newswire.text.DeclaredUrl;

/**
 * Reads a raw article: headline, text, names and times from its page, file or feed entry.
 *
 * <p>A pure function of its input, safe for use by several threads. Times of sight, version and
 * hash are left to the caller.
 */
public final class PageReader {

  static {
    TrustedRecords.register();
  }

  private static final FeedEntry NO_ENTRY = FeedEntry.newBuilder().build();

  /**
   * The article in {@code raw}.
   *
   * @throws UnreadablePage if there is neither a title nor text
   */
  public Article read(RawArticle raw) {
    FeedEntry entry = raw.getEntry().orElse(NO_ENTRY);
    if (raw.getWire().isPresent()) {
      Article.Builder wire = Article.newBuilder(article(raw, entry, WireText.read(entry)));
      return WireText.claims(wire, raw.getWire().get(), entry).build();
    }
    Reading page = readBody(raw, entry);
    Reading feed = FeedText.read(entry);
    Reading best = better(page, feed, raw);
    if (best.title().isEmpty() && best.text().isEmpty()) {
      throw new UnreadablePage(reason(page, raw));
    }
    return article(raw, entry, best);
  }

  /** {@code raw}, a page without an address taken at its word for it. */
  public RawArticle addressed(RawArticle raw) {
    FeedEntry entry = raw.getEntry().orElse(NO_ENTRY);
    return address(raw, entry).isEmpty()
        ? CanonicalUrl.parse(readBody(raw, entry).facts().canonical())
            .map(url -> RawArticle.newBuilder(raw).setUrl(url.value()).build())
            .orElse(raw)
        : raw;
  }

  private static Reading readBody(RawArticle raw, FeedEntry entry) {
    byte[] bytes = bytes(raw.getBody());
    if (bytes.length == 0) {
      String missing = raw.getFetchError().isEmpty() ? "there is no page" : raw.getFetchError();
      return Reading.failed("feed only: " + missing);
    }
    MediaType type = MediaType.of(raw.getContentType(), bytes);
    return switch (type) {
      case HTML -> HtmlPage.read(bytes, raw.getContentType(), address(raw, entry));
      case TEXT ->
          raw.getEntry().isPresent()
              ? PlainText.text(bytes, raw.getContentType(), CleanText.line(entry.getTitle()))
              : PlainText.file(bytes, raw.getContentType());
      case OTHER ->
          Reading.failed("feed only: the page is " + CleanText.line(raw.getContentType()));
    };
  }

  /** Not to be written to: the buffer's own bytes where it holds nothing else. */
  private static byte[] bytes(ByteBuffer body) {
    if (body.hasArray() && body.arrayOffset() == 0 && body.remaining() == body.array().length) {
      return body.array();
    }
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }

  /** Page text outranks feed text unless it is the shorter; a page's own claims always do. */
  private static Reading better(Reading page, Reading feed, RawArticle raw) {
    String title = page.title().isEmpty() ? feed.title() : page.title();
    if (page.text().length() >= feed.text().length() || isWholePage(page, feed)) {
      String status =
          page.text().isEmpty() && page.status().equals("ok") ? "no text" : page.status();
      String summary = page.summary().isEmpty() ? feed.summary() : page.summary();
      return page.with(title, summary, page.text(), page.rule(), status);
    }
    String status =
        page.status().equals("ok") ? "the page gives less than the feed" : page.status();
    String summary = feed.summary().isEmpty() ? page.summary() : feed.summary();
    return page.with(title, summary, feed.text(), feed.rule(), status);
  }

  /** A feed's mere summary never stands for a page that gave some text. */
  private static boolean isWholePage(Reading page, Reading feed) {
    return !page.text().isEmpty() && !feed.rule().equals(FeedText.CONTENT);
  }

  private static String reason(Reading page, RawArticle raw) {
    String why = page.status().equals("ok") ? "the page holds no running text" : page.status();
    return "There is neither a title nor text: " + why.replaceFirst("^feed only: ", "") + ".";
  }

  private static Article article(RawArticle raw, FeedEntry entry, Reading read) {
    Optional<CanonicalUrl> served = CanonicalUrl.parse(address(raw, entry));
    Optional<CanonicalUrl> url = served.map(at -> DeclaredUrl.of(at, read.facts().canonical()));
    Article.Builder article =
        Article.newBuilder()
            .setId(url.map(ArticleId::ofUrl).orElseGet(() -> idOfItem(raw)))
            .setUrl(url.map(CanonicalUrl::value).orElse(""))
            .setSite(served.map(CanonicalUrl::site).orElse(""))
            .setSourceId(raw.getSourceId())
            .setSourceName(raw.getSourceName())
            .setItemId(raw.getItemId())
            .setTitle(read.title())
            .setSummary(read.summary())
            .setText(read.text())
            .setAuthors(claimedOr(read.facts().authors(), entry.getAuthors()))
            .setSubjects(claimedOr(read.facts().subjects(), entry.getCategories()))
            .setDeclaredLanguage(language(read.facts().language(), entry.getLanguage()))
            .setModified(read.facts().modified().orElse(null))
            .setImageUrl(read.facts().image())
            .setFreeAccess(read.facts().freeAccess().orElse(null))
            .setExtraction(new Extraction(read.rule(), read.status()));
    setPublished(article, read.facts().published(), entry);
    return article.build();
  }

  /** The id it would have if its page declared no other address. */
  public static String servedId(RawArticle raw) {
    return CanonicalUrl.parse(address(raw, raw.getEntry().orElse(NO_ENTRY)))
        .map(ArticleId::ofUrl)
        .orElseGet(() -> idOfItem(raw));
  }

  private static String address(RawArticle raw, FeedEntry entry) {
    return raw.getUrl().isEmpty() ? entry.getLink() : raw.getUrl();
  }

  private static String idOfItem(RawArticle raw) {
    return ArticleId.ofItem(raw.getSourceId(), RawKey.item(raw));
  }

  private static List<String> claimedOr(List<String> claimed, List<String> given) {
    if (!claimed.isEmpty()) {
      return claimed;
    }
    Set<String> clean = new LinkedHashSet<>();
    given.stream().map(CleanText::line).filter(name -> !name.isEmpty()).forEach(clean::add);
    return List.copyOf(clean);
  }

  private static String language(String page, String feed) {
    return page.isEmpty() && !feed.isBlank() ? languageTag(feed) : page;
  }

  /** BCP 47 form of a claimed tag; empty if it names no language. */
  static String languageTag(String claimed) {
    String tag = ULocale.forLanguageTag(claimed.strip().replace('_', '-')).toLanguageTag();
    return tag.startsWith("und") ? "" : tag;
  }

  private static void setPublished(
      Article.Builder article, Optional<ClaimedTime> claimed, FeedEntry entry) {
    if (claimed.isPresent()) {
      article.setPublished(claimed.get().instant());
      article.setPublishedPrecision(claimed.get().precision());
    } else if (entry.getPublished().isPresent()) {
      article.setPublished(entry.getPublished().get());
      Precision given = entry.getPublishedPrecision();
      article.setPublishedPrecision(given);
    }
  }
}
