package newswire.enrich.prepare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import newswire.enrich.prepare.VersionTexts.Text;
import newswire.schemas.Erasure;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Version;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * All that was observed of the articles of a task, and what was made live of them.
 *
 * @param articles article id to the article as {@link Versions#merge} left it
 * @param texts (article id, content hash) to {@link VersionTexts} of all versions but the current
 * @param promotions article id to what a replay made of it
 */
record History(
    KeyValueStore<String, Article> articles,
    KeyValueStore<String, Article> texts,
    KeyValueStore<String, Article> promotions) {

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
    @Nullable Article before = new Known(articles.get(id), promotions.get(id), List.of()).whole();
    texts(id).forEach(each -> texts.delete(key(id, each.getContentHash())));
    promotions.delete(id);
    if (before == null) {
      articles.put(id, Erasure.ofUnknown(id));
      return null;
    }
    Article after = Erasure.of(before);
    articles.put(id, after);
    Article is = Versions.published(after);
    return new Settled(Versions.published(before), is, is);
  }

  /** What is known of one article. */
  private record Known(
      @Nullable Article live, @Nullable Article promoted, Collection<Article> texts) {

    /** With every observation in {@code versions}; null if nothing is known. */
    @Nullable Article whole() {
      return promoted == null ? live : Promoted.over(live, promoted);
    }

    Map<String, Text> readable() {
      List<Article> all = new ArrayList<>(texts);
      if (promoted != null) {
        all.add(VersionTexts.of(promoted));
        if (live != null) {
          all.add(VersionTexts.of(live));
        }
      }
      return VersionTexts.known(all);
    }

    Map<List<String>, Version> replayed() {
      return promoted == null ? Map.of() : VersionChanges.byPair(promoted.getVersions());
    }
  }

  /** Takes an observation in; null if it says nothing new, or is of what was erased. */
  @Nullable Settled settle(Article observed) {
    String id = observed.getId();
    @Nullable Article before = articles.get(id);
    @Nullable Article promoted = promotions.get(id);
    if (before == null) {
      articles.put(id, observed);
      return settled(
          new Known(null, promoted, List.of()), new Known(observed, promoted, List.of()));
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
    return settled(new Known(before, promoted, earlier), new Known(after, promoted, kept.values()));
  }

  /**
   * Takes in what a replay made of an article; null if that says nothing new, or the article was
   * erased.
   */
  @Nullable Settled promote(Article promoted) {
    String id = promoted.getId();
    @Nullable Article live = articles.get(id);
    if (live != null && Erasure.isOf(live)) {
      return null;
    }
    @Nullable Article before = promotions.get(id);
    Article after = before == null ? promoted : Promoted.greater(before, promoted);
    if (after.equals(before)) {
      return null;
    }
    promotions.put(id, after);
    List<Article> texts = texts(id);
    return settled(new Known(live, before, texts), new Known(live, after, texts));
  }

  private static Settled settled(Known before, Known after) {
    Article whole = requireNonNull(after.whole());
    Article is = Versions.published(whole);
    @Nullable Article wholeBefore = before.whole();
    @Nullable Article was = wholeBefore == null ? null : Versions.published(wholeBefore);
    Map<String, Text> readable = after.readable();
    boolean same = is.equals(was) && readable.equals(before.readable());
    return new Settled(
        was,
        is,
        same ? null : VersionChanges.listed(is, whole.getVersions(), readable, after.replayed()));
  }

  /** The article as it is now; null if there is none. */
  @Nullable Article article(String id) {
    @Nullable Article whole = new Known(articles.get(id), promotions.get(id), List.of()).whole();
    return whole == null ? null : Versions.published(whole);
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
