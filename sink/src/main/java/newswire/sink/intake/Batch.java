package newswire.sink.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.schemas.InForce;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;

/**
 * The net effect of records on the store: one row per key, in the order of keys, so that two
 * writers never wait for each other in a circle.
 */
public final class Batch {

  private final TreeMap<String, Article> articles = new TreeMap<>();
  private final List<Change.Revised> revisions = new ArrayList<>();
  private final TreeMap<String, Story> stories = new TreeMap<>();
  private final TreeMap<String, Withdrawal> orders = new TreeMap<>();
  private final TreeSet<String> articlesGone = new TreeSet<>();
  private final TreeSet<String> storiesGone = new TreeSet<>();
  private final List<Item> refused = new ArrayList<>();

  private Batch() {}

  /** Of records in the order of their partitions. */
  public static Batch of(List<Item> items) {
    Batch batch = new Batch();
    items.forEach(batch::add);
    return batch;
  }

  private void add(Item item) {
    if (item.change() instanceof Change.ArticleState state) {
      articles.merge(state.article().getId(), state.article(), Batch::greater);
    } else if (item.change() instanceof Change.Revised revised) {
      revisions.add(revised);
    } else if (item.change() instanceof Change.ArticleGone gone) {
      articles.remove(gone.id());
      articlesGone.add(gone.id());
    } else if (item.change() instanceof Change.StoryState state) {
      stories.put(state.story().getId(), state.story());
    } else if (item.change() instanceof Change.StoryGone gone) {
      stories.remove(gone.id());
      storiesGone.add(gone.id());
    } else if (item.change() instanceof Change.Order order) {
      orders.merge(order.withdrawal().getArticleId(), order.withdrawal(), InForce::of);
    } else {
      refused.add(item);
    }
  }

  private static Article greater(Article there, Article next) {
    Revision a = there.getRevision();
    Revision b = next.getRevision();
    int generation = Integer.compare(b.getGeneration(), a.getGeneration());
    int order = generation != 0 ? generation : Long.compare(b.getCounter(), a.getCounter());
    return order > 0 ? next : there;
  }

  public Collection<Article> articles() {
    return articles.values();
  }

  /** As they came: no two of them are the same row, unless they are the same state. */
  public List<Change.Revised> revisions() {
    return revisions;
  }

  public Collection<Story> stories() {
    return stories.values();
  }

  public Collection<Withdrawal> orders() {
    return orders.values();
  }

  /** To be removed before articles are written. */
  public Set<String> articlesGone() {
    return articlesGone;
  }

  /** To be removed before stories are written. */
  public Set<String> storiesGone() {
    return storiesGone;
  }

  public List<Item> refused() {
    return refused;
  }

  /** Ids whose orders matter: of the articles, and of those that give the stories their titles. */
  public Set<String> governed() {
    Set<String> ids = new TreeSet<>(articles.keySet());
    revisions.forEach(revised -> ids.add(revised.article().getId()));
    ids.addAll(stories.keySet());
    stories
        .values()
        .forEach(story -> story.getTimeline().forEach(article -> ids.add(article.getId())));
    return ids;
  }

  public Set<String> ordered() {
    return orders.keySet();
  }

  /** Whether it changes no row. */
  public boolean isEmpty() {
    return articles.isEmpty()
        && revisions.isEmpty()
        && stories.isEmpty()
        && orders.isEmpty()
        && articlesGone.isEmpty()
        && storiesGone.isEmpty();
  }
}
