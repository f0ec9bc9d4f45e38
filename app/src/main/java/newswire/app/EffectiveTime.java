package newswire.app;

import java.time.Instant;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Precision;

/** Says which time counts for an article, and why. */
final class EffectiveTime {

  private EffectiveTime() {}

  /** Whether the time that the publisher claims is believed. */
  static boolean isClaimed(Article article) {
    return refusal(article).isEmpty();
  }

  /** One sentence. */
  static String why(Article article) {
    Optional<String> refusal = refusal(article);
    if (refusal.isPresent()) {
      return "as first seen: " + refusal.get();
    }
    String precision = article.getPublishedPrecision() == Precision.DAY ? ", a day only" : "";
    return "as claimed" + precision + ": within 7 days before and 10 minutes after first seen";
  }

  private static Optional<String> refusal(Article article) {
    Instant seen = article.getFirstSeen();
    Optional<Instant> published = article.getPublished();
    if (published.isEmpty()) {
      return Optional.of("no time of publication is claimed");
    }
    if (article.getPublishedPrecision() == Precision.UNKNOWN) {
      return Optional.of("the claim is not precise enough to count");
    }
    if (!article.getEffective().equals(seen) || published.get().equals(seen)) {
      return Optional.empty();
    }
    if (article.getPublishedInFuture()) {
      return Optional.of("the claim lies more than 24 hours ahead, and is not believed");
    }
    return Optional.of(
        published.get().isBefore(seen)
            ? "the claim lies more than 7 days before, and is not believed"
            : "the claim lies more than 10 minutes after, and is not believed");
  }
}
