package newswire.enrich.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.enrich.prepare.VersionTexts.Text;
import newswire.schemas.Erasure;
import newswire.schemas.avro.Article;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * All that was observed of the articles of a task.
 *
 * @param articles article id to the article as {@link Versions#merge} left it
 * @param texts (article id, content hash) to {@link VersionTexts} of all versions but the current
 */
record History(KeyValueStore<String, Article> articles, KeyValueStore<String, Article> texts) {

  /**
   * An article before and after an observation.
   *
   * @param before null if it is new
   * @param after without the changes of its versions
   * @param told the same with them; null if nothing that others see has changed
   */
  record Settled(@Nullable Article before, Article after, @Nullable Article told) {}

  /** Forgets what an article said, now and when it comes again; null if there is nothing of it. */
  @Nullable Settled erase(String id) {
    @Nullable Article before = articles.get(id);
    texts(id).forEach(each -> texts.delete(key(id, each.getContentHash())));
    if (before == null) {
      articles.put(id, Erasure.ofUnknown(id));
      return null;
    }
    Article after = Erasure.of(before);
    articles.put(id, after);
    Article is = Versions.published(after);
    return new Settled(Versions.published(before), is, is);
  }

  /** Takes an observation in; null if it says nothing new, or is of what was erased. */
  @Nullable Settled settle(Article observed) {
    String id = observed.getId();
    @Nullable Article before = articles.get(id);
    if (before == null) {
      articles.put(id, observed);
      Article published = Versions.published(observed);
      return new Settled(null, published, published);
    }
    if (Erasure.isOf(before)) {
      return null;
    }
    Article after = Versions.merge(before, observed);
    if (after.equals(before)) {
      return null;
    }
    List<Article> earlier = texts(id);
    List<Article> candidates = new ArrayList<>(earlier);
    candidates.add(VersionTexts.of(before));
    candidates.add(VersionTexts.of(observed));
    Map<String, Article> kept = VersionTexts.kept(candidates);
    kept.remove(after.getContentHash());
    keep(id, earlier, kept);
    articles.put(id, after);
    Article was = Versions.published(before);
    Article is = Versions.published(after);
    Map<String, Text> known = VersionTexts.known(kept.values());
    boolean same = is.equals(was) && known.equals(VersionTexts.known(earlier));
    return new Settled(
        was, is, same ? null : VersionChanges.listed(is, after.getVersions(), known));
  }

  /** The article as it is now; null if there is none. */
  @Nullable Article article(String id) {
    @Nullable Article article = articles.get(id);
    return article == null ? null : Versions.published(article);
  }

  private List<Article> texts(String id) {
    List<Article> found = new ArrayList<>();
    try (KeyValueIterator<String, Article> rows = texts.range(key(id, ""), key(id, "~"))) {
      rows.forEachRemaining(row -> found.add(row.value));
    }
    return found;
  }

  private void keep(String id, List<Article> earlier, Map<String, Article> kept) {
    for (Article each : earlier) {
      if (!kept.containsKey(each.getContentHash())) {
        texts.delete(key(id, each.getContentHash()));
      }
    }
    for (Article each : kept.values()) {
      if (!earlier.contains(each)) {
        texts.put(key(id, each.getContentHash()), each);
      }
    }
  }

  private static String key(String id, String hash) {
    return id + "/" + hash;
  }
}
