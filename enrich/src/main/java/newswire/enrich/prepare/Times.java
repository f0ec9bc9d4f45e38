package newswire.enrich.prepare;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Precision;

/** Decides which time counts for an article, from what is claimed and when it was first seen. */
public final class Times {

  private static final Duration BELIEVED_BEFORE = Duration.ofDays(7);
  private static final Duration BELIEVED_AFTER = Duration.ofMinutes(10);
  private static final Duration FUTURE = Duration.ofHours(24);

  private Times() {}

  /** The builder with {@code effective} and {@code published_in_future} as its times demand. */
  public static Article.Builder settle(Article.Builder article) {
    Instant firstSeen = article.getFirstSeen();
    Optional<Instant> published = Optional.ofNullable(article.getPublished());
    return article
        .setPublishedInFuture(published.filter(firstSeen.plus(FUTURE)::isBefore).isPresent())
        .setEffective(
            published
                .flatMap(time -> meant(time, article.getPublishedPrecision()))
                .filter(time -> !time.isBefore(firstSeen.minus(BELIEVED_BEFORE)))
                .filter(time -> !time.isAfter(firstSeen.plus(BELIEVED_AFTER)))
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
