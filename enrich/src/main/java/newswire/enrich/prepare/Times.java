package newswire.enrich.prepare;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawArticle;

/** Decides which time counts for an article, from what is claimed and when it was first seen. */
public final class Times {

  /** How long before an article was first seen its effective time can lie. */
  public static final Duration MOST_BEFORE_FIRST_SEEN = Duration.ofDays(7);

  /** How long after an article was first seen its effective time can lie. */
  public static final Duration MOST_AFTER_FIRST_SEEN = Duration.ofMinutes(10);

  private static final Duration FUTURE = Duration.ofHours(24);

  private Times() {}

  /** When we or whoever captured it first saw this. */
  public static Instant firstSeen(RawArticle raw) {
    Instant fetched = raw.getFetched();
    return raw.getCaptured().filter(fetched::isAfter).orElse(fetched);
  }

  /** The builder with {@code effective} and {@code published_in_future} as its times demand. */
  public static Article.Builder settle(Article.Builder article) {
    Instant firstSeen = article.getFirstSeen();
    Optional<Instant> published = Optional.ofNullable(article.getPublished());
    return article
        .setPublishedInFuture(published.filter(firstSeen.plus(FUTURE)::isBefore).isPresent())
        .setEffective(
            published
                .flatMap(time -> meant(time, article.getPublishedPrecision()))
                .filter(time -> !time.isBefore(firstSeen.minus(MOST_BEFORE_FIRST_SEEN)))
                .filter(time -> !time.isAfter(firstSeen.plus(MOST_AFTER_FIRST_SEEN)))
                .orElse(firstSeen));
  }

  private static Optional<Instant> meant(Instant published, Precision precision) {
    return switch (precision) {
      case INSTANT -> Optional.of(published);
      case DAY -> Optional.of(published.truncatedTo(ChronoUnit.DAYS));
      case UNKNOWN -> Optional.empty();
    };
  }
}
