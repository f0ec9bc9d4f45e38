package newswire.enrich.prepare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Version;

/**
 * Merges what is known of one article id with a new observation of it.
 *
 * <p>{@link #merge} is commutative, associative and idempotent, so the result does not depend on
 * the order of arrival: the observations form a set, of which the greatest {@value #KEPT} are kept;
 * the content is that of the greatest by (page text outranks feed text, fetched, content hash,
 * source id); {@code first_seen} and {@code ingested_at} are the smallest ever. What is stored
 * holds every observation in {@code versions}; {@link #published} makes of it what others see,
 * where an unbroken series of one content hash counts as one version.
 */
final class Versions {

  static final int KEPT = 100;

  static final Comparator<Version> RANK =
      Comparator.comparing(Version::getPage)
          .thenComparing(Version::getFetched)
          .thenComparing(Version::getContentHash);

  // All but the rank only settle which of two records with one content is taken; VersionTexts does
  // it in the same order.
  private static final Comparator<Article> CONTENT =
      Comparator.comparing(Versions::current, RANK)
          .thenComparing(Article::getSourceId)
          .thenComparing(Article::getTitle)
          .thenComparing(Article::getText)
          .thenComparing(Versions::withoutHistory);

  private Versions() {}

  /** Both articles have one id, and their own observation last in {@code versions}. */
  static Article merge(Article one, Article other) {
    Article content = CONTENT.compare(one, other) >= 0 ? one : other;
    TreeSet<Version> observations = new TreeSet<>(RANK);
    observations.addAll(one.getVersions());
    observations.addAll(other.getVersions());
    Article.Builder merged =
        Article.newBuilder(content)
            .setVersions(kept(observations))
            .setFirstSeen(earlier(one.getFirstSeen(), other.getFirstSeen()))
            .setIngestedAt(earlier(one.getIngestedAt(), other.getIngestedAt()));
    return Times.settle(merged).build();
  }

  /** The greatest of them, which are left in the set. */
  static List<Version> kept(TreeSet<Version> observations) {
    while (observations.size() > KEPT) {
      observations.pollFirst();
    }
    return List.copyOf(observations);
  }

  /** The article as it leaves: equal neighbours in {@code versions} are one. */
  static Article published(Article stored) {
    List<Version> versions = new ArrayList<>();
    for (Version next : stored.getVersions()) {
      if (versions.isEmpty()
          || !versions.get(versions.size() - 1).getContentHash().equals(next.getContentHash())) {
        versions.add(next);
      }
    }
    return Article.newBuilder(stored).setVersions(versions).setVersion(versions.size()).build();
  }

  /** The observation that its content is of. */
  static Version current(Article article) {
    return article.getVersions().get(article.getVersions().size() - 1);
  }

  private static Article withoutHistory(Article article) {
    return Article.newBuilder(article)
        .setVersions(List.of())
        .setFirstSeen(Instant.EPOCH)
        .setIngestedAt(Instant.EPOCH)
        .setEffective(Instant.EPOCH)
        .setPublishedInFuture(false)
        .build();
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
