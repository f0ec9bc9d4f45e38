package newswire.enrich.prepare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import newswire.enrich.boilerplate.SiteArticle;
import newswire.enrich.boilerplate.SiteBoilerplate;
import newswire.enrich.rows.MemoryRows;
import newswire.enrich.rows.Rows;
import newswire.enrich.sketch.Paragraphs;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * Sketches of articles without what their site repeats. As that is known only when others have it
 * too, the sketch of an article may change by another; whatever the order, the last one given of
 * each article is the same. For one thread.
 */
public final class SiteSketches {

  /** The articles as they were given last. */
  @FunctionalInterface
  interface Known {
    @Nullable Article get(String id);
  }

  // Telling reports of one site apart needs their paragraphs again and again.
  private static final int MOST_AT_HAND = 500;

  private final Known articles;
  private final SiteBoilerplate boilerplate;
  private final Map<String, SiteArticle> atHand =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SiteArticle> eldest) {
          return size() > MOST_AT_HAND;
        }
      };

  /**
   * On the tables of {@link SiteBoilerplate}.
   *
   * @param articles by id, as they were given last; not asked for the one that is being given
   */
  SiteSketches(Rows<byte[]> sightings, Rows<byte[]> times, Known articles) {
    this.articles = articles;
    this.boilerplate = new SiteBoilerplate(sightings, times, this::siteArticle);
  }

  /** In memory, where nothing is forgotten. */
  public static InMemory inMemory() {
    Map<String, Article> articles = new HashMap<>();
    return new InMemory(
        articles, new SiteSketches(new MemoryRows<>(), new MemoryRows<>(), articles::get));
  }

  /** With the articles it was given. For one thread. */
  public static final class InMemory {

    private final Map<String, Article> articles;
    private final SiteSketches sketches;

    private InMemory(Map<String, Article> articles, SiteSketches sketches) {
      this.articles = articles;
      this.sketches = sketches;
    }

    /** Takes an article in, or its next version; gives all sketches that are new by it. */
    public List<Sketch> add(Article article) {
      if (article.getSite().isEmpty()) {
        return List.of(Sketches.of(article));
      }
      List<Sketch> changed = sketches.replace(articles.get(article.getId()), article);
      articles.put(article.getId(), article);
      return changed;
    }
  }

  /**
   * Takes an article in, or its next version.
   *
   * @param before as it was given last; null if it is new
   * @return its sketch unless it is as before, and those of others that have changed by it
   */
  List<Sketch> replace(@Nullable Article before, Article after) {
    Set<Long> earlier = Set.of();
    @Nullable SiteArticle then = null;
    if (before != null) {
      then = siteArticle(before);
      earlier = boilerplate.of(then);
    }
    SiteArticle now = siteArticle(after);
    SiteBoilerplate.Change change = boilerplate.replace(then, now);
    atHand.put(after.getId(), now);
    List<Sketch> changed = new ArrayList<>();
    Sketch sketch = Sketches.of(after, change.own());
    if (before == null || !sketch.equals(Sketches.of(before, earlier))) {
      changed.add(sketch);
    }
    change.others().forEach((id, paragraphs) -> again(id, paragraphs, changed));
    return changed;
  }

  private void again(String id, Set<Long> paragraphs, List<Sketch> changed) {
    Article article = requireNonNull(articles.get(id));
    Set<Long> now = boilerplate.of(siteArticle(article));
    Set<Long> before = new TreeSet<>(now);
    for (Long paragraph : paragraphs) {
      if (!before.remove(paragraph)) {
        before.add(paragraph);
      }
    }
    Sketch sketch = Sketches.of(article, now);
    if (!sketch.equals(Sketches.of(article, before))) {
      changed.add(sketch);
    }
  }

  /** Clears up after at most so many articles that are older than what is looked at. */
  void forget(int limit) {
    boilerplate.forget(limit);
  }

  private @Nullable SiteArticle siteArticle(String id) {
    @Nullable SiteArticle known = atHand.get(id);
    if (known != null) {
      return known;
    }
    @Nullable Article article = articles.get(id);
    if (article == null) {
      return null;
    }
    SiteArticle read = siteArticle(article);
    atHand.put(id, read);
    return read;
  }

  private static SiteArticle siteArticle(Article article) {
    Paragraphs paragraphs =
        article.getSite().isEmpty() ? Paragraphs.of("") : Sketches.paragraphs(article);
    return new SiteArticle(
        article.getId(), article.getSite(), article.getEffective().toEpochMilli(), paragraphs);
  }
}
