package newswire.enrich.sketch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who copied whom among articles held in memory; the same for one set of articles, in whatever
 * order they are added.
 *
 * <p>The parent of an article is the smallest of (effective, id) among those before it, at most
 * {@link #WINDOW} older, that share a key with it and are copies by {@link Likeness}; under one key
 * only the {@link #MOST_A_KEY} smallest of that window are looked at. The family is the root over
 * the parents. Not safe for use by several threads.
 */
public final class Copies {

  public static final Duration WINDOW = Duration.ofDays(7);

  /** Bounds the work for a shingle that stands in very many articles. */
  static final int MOST_A_KEY = 64;

  private final Map<String, Article> articles = new HashMap<>();
  private final Map<Integer, NavigableSet<Article>> byKey = new HashMap<>();
  private final Map<Article, Parent> parents = new HashMap<>();

  /**
   * What was decided of one article.
   *
   * @param parent null for an original
   * @param family id of the root; its own for an original
   * @param likeness of the article to its parent
   */
  public record Decision(String id, @Nullable String parent, String family, Likeness likeness) {}

  private record Article(Instant effective, String id, Fingerprint fingerprint)
      implements Comparable<Article> {

    private static final Comparator<Article> ORDER =
        Comparator.comparing(Article::effective).thenComparing(Article::id);

    @Override
    public int compareTo(Article other) {
      return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Article article && compareTo(article) == 0;
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    Article atEdge(Duration away) {
      return new Article(effective.plus(away), "", fingerprint);
    }
  }

  private record Parent(Article article, Likeness likeness) {}

  /** Takes the place of an earlier version of that id. */
  public void add(String id, Instant effective, Fingerprint fingerprint) {
    remove(id);
    Article article = new Article(effective, id, fingerprint);
    articles.put(id, article);
    for (int key : fingerprint.keys()) {
      byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(article);
    }
    decide(article);
    later(article).forEach(this::decide);
  }

  /** Does nothing for an unknown id. */
  public void remove(String id) {
    Article article = articles.remove(id);
    if (article == null) {
      return;
    }
    for (int key : article.fingerprint().keys()) {
      NavigableSet<Article> sharing = Objects.requireNonNull(byKey.get(key));
      sharing.remove(article);
      if (sharing.isEmpty()) {
        byKey.remove(key);
      }
    }
    parents.remove(article);
    later(article).forEach(this::decide);
  }

  /** Of all articles, by (effective, id). */
  public List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    SortedMap<Article, String> families = new TreeMap<>();
    for (Article article : new TreeSet<>(articles.values())) {
      Parent parent = parents.get(article);
      String family =
          parent == null ? article.id() : Objects.requireNonNull(families.get(parent.article()));
      families.put(article, family);
      decisions.add(
          parent == null
              ? new Decision(article.id(), null, family, Likeness.NOTHING)
              : new Decision(article.id(), parent.article().id(), family, parent.likeness()));
    }
    return decisions;
  }

  private void decide(Article article) {
    for (Article earlier : earlier(article)) {
      Duration apart = Duration.between(earlier.effective(), article.effective());
      Likeness likeness = Likeness.of(article.fingerprint(), earlier.fingerprint(), apart);
      if (likeness.isCopy()) {
        parents.put(article, new Parent(earlier, likeness));
        return;
      }
    }
    parents.remove(article);
  }

  private SortedSet<Article> earlier(Article article) {
    SortedSet<Article> earlier = new TreeSet<>();
    Article first = article.atEdge(WINDOW.negated());
    for (int key : article.fingerprint().keys()) {
      sharing(key).subSet(first, true, article, false).stream()
          .limit(MOST_A_KEY)
          .forEach(earlier::add);
    }
    return earlier;
  }

  private SortedSet<Article> later(Article article) {
    SortedSet<Article> later = new TreeSet<>();
    Article end = article.atEdge(WINDOW.plusNanos(1));
    for (int key : article.fingerprint().keys()) {
      later.addAll(sharing(key).subSet(article, false, end, false));
    }
    return later;
  }

  private NavigableSet<Article> sharing(int key) {
    return byKey.getOrDefault(key, Collections.emptyNavigableSet());
  }
}
