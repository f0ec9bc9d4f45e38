package newswire.ingest;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Recheck;

/**
 * When the pages of articles are asked for again.
 *
 * @param after times since the first fetch, ascending; empty for never
 */
record RecheckPlan(List<Duration> after) {

  static final int MOST = 500;
  private static final int MOST_CHARS = 100_000;
  private static final int MOST_NAMES = 10;

  private static final Comparator<Recheck> EARLIEST =
      Comparator.comparing(Recheck::getDue).thenComparing(Recheck::getUrl);

  RecheckPlan {
    after = List.copyOf(after);
  }

  /** The first of an article; empty if it has no page to ask for. */
  Optional<Recheck> first(RawArticle article, String etag) {
    if (after.isEmpty() || article.getUrl().isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer body = article.getBody();
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return Optional.of(
        Recheck.newBuilder()
            .setUrl(article.getUrl())
            .setItemId(article.getItemId())
            .setEntry(article.getEntry().map(RecheckPlan::facts).orElse(null))
            .setFetched(article.getFetched())
            .setDue(article.getFetched().plus(after.get(0)))
            .setEtag(etag)
            .setBodyHash(bytes.length == 0 ? "" : ArticleId.sha256(bytes))
            .setArticleId(PageArticle.id(article.getUrl(), bytes, article.getContentType()))
            .build());
  }

  /** The one that follows at {@code now}; empty if it was the last. */
  Optional<Recheck> next(Recheck done, Instant now) {
    return after.stream()
        .map(done.getFetched()::plus)
        .filter(now::isBefore)
        .findFirst()
        .map(due -> Recheck.newBuilder(done).setDue(due).build());
  }

  /** The same once more, as soon as a page is asked for again at all. */
  Recheck soon(Recheck done, Instant now) {
    return Recheck.newBuilder(done).setDue(now.plus(after.get(0))).build();
  }

  /**
   * Those known, but for those of the same pages as {@code more}, and more. The last drop out where
   * they are too many, or too long for the record that holds them.
   */
  static List<Recheck> merged(List<Recheck> known, Collection<Recheck> more) {
    Map<String, Recheck> byUrl = new HashMap<>();
    known.forEach(recheck -> byUrl.put(recheck.getUrl(), recheck));
    more.forEach(recheck -> byUrl.put(recheck.getUrl(), recheck));
    List<Recheck> kept = new ArrayList<>();
    int room = MOST_CHARS;
    for (Recheck recheck : byUrl.values().stream().sorted(EARLIEST).limit(MOST).toList()) {
      room -= length(recheck);
      if (room >= 0) {
        kept.add(recheck);
      }
    }
    return kept;
  }

  /** What the feed said, but for its texts: those are the page's to give. */
  private static FeedEntry facts(FeedEntry entry) {
    return FeedEntry.newBuilder(entry)
        .setSummary("")
        .setContent("")
        .setAuthors(entry.getAuthors().stream().limit(MOST_NAMES).toList())
        .setCategories(entry.getCategories().stream().limit(MOST_NAMES).toList())
        .setEnclosures(List.of())
        .setComments("")
        .build();
  }

  private static int length(Recheck recheck) {
    int texts =
        recheck
            .getEntry()
            .map(
                entry ->
                    entry.getTitle().length()
                        + entry.getGuid().length()
                        + entry.getLink().length()
                        + String.join("", entry.getAuthors()).length()
                        + String.join("", entry.getCategories()).length())
            .orElse(0);
    return texts
        + recheck.getUrl().length()
        + recheck.getItemId().length()
        + recheck.getEtag().length();
  }
}
