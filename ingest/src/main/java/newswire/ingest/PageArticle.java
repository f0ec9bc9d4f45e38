package newswire.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.text.DeclaredUrl;

/** The raw article out of a feed's entry and whatever came of asking for its page. */
final class PageArticle {

  private static final int SNIFFED = 1_024;
  private static final Set<String> VAGUE =
      Set.of("", "text/plain", "application/octet-stream", "text/xml", "application/xml");

  private PageArticle() {}

  /** Of an entry without an address: no page was asked for. */
  static RawArticle withoutPage(Source source, FeedEntry entry, Instant now) {
    return article(source, entry, now).build();
  }

  /** With the page, or with the reason why it is missing: the article is not lost with its page. */
  static RawArticle of(Source source, FeedEntry entry, FetchResult page, Instant now) {
    RawArticle.Builder article = article(source, entry, now);
    if (page instanceof Fetched fetched) {
      article.setHttpStatus(fetched.status());
      Optional<String> wrong = whyNotHtml(fetched);
      if (wrong.isPresent()) {
        return article.setFetchError(wrong.get()).build();
      }
      return article
          .setUrl(fetched.url())
          .setContentType(fetched.contentType())
          .setBody(ByteBuffer.wrap(fetched.body()))
          .build();
    }
    if (page instanceof Failed failed) {
      article.setHttpStatus(failed.status()).setFetchError(failed.reason());
    }
    return article.build();
  }

  /** The id that the article of a page has; empty if the address is none. */
  static String id(String url, byte[] page, String contentType) {
    return CanonicalUrl.parse(url)
        .map(served -> page.length == 0 ? served : DeclaredUrl.of(served, page, contentType))
        .map(ArticleId::ofUrl)
        .orElse("");
  }

  private static RawArticle.Builder article(Source source, FeedEntry entry, Instant now) {
    FeedEntry told =
        entry.getLanguage().isEmpty()
            ? FeedEntry.newBuilder(entry).setLanguage(source.getLanguage()).build()
            : entry;
    return RawArticle.newBuilder()
        .setSourceId(source.getId())
        .setSourceName(source.getName())
        .setItemId(EntryKey.itemId(entry))
        .setUrl(entry.getLink())
        .setFetched(now)
        .setEntry(told);
  }

  /** Why a body is not the page of an article; empty if it may be. */
  static Optional<String> whyNotHtml(Fetched page) {
    if (page.body().length == 0) {
      return Optional.of("the page is empty");
    }
    String type = page.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.contains("html") || VAGUE.contains(type) && looksLikeHtml(page.body())) {
      return Optional.empty();
    }
    return Optional.of("the page is not HTML but " + (type.isEmpty() ? "of no stated type" : type));
  }

  private static boolean looksLikeHtml(byte[] body) {
    int length = Math.min(body.length, SNIFFED);
    String start =
        new String(body, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return start.contains("<html") || start.contains("<!doctype html");
  }
}
