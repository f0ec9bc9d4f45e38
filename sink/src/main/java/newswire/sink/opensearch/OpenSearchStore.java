package newswire.sink.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.intake.Change;
import newswire.sink.intake.Item;
import newswire.sink.intake.Orders;
import newswire.sink.intake.Store;

/**
 * Writes records to OpenSearch, which has no transactions.
 *
 * <p>Whoever carries an order out keeps it first and then changes what is there; whoever writes an
 * article writes it first and then looks for orders again: so one of the two sees the other. An
 * article is written as the orders known before want it, and a killed one under a version that no
 * other reaches. Tombstones go the same way.
 */
final class OpenSearchStore implements Store {

  private final Indices indices;
  private final TopicIdentity identity;
  private final Bulk bulk;
  private final Withdrawn withdrawn;
  private final Removals removals;

  OpenSearchStore(
      Indices indices, TopicIdentity identity, Bulk bulk, Withdrawn withdrawn, Removals removals) {
    this.indices = indices;
    this.identity = identity;
    this.bulk = bulk;
    this.withdrawn = withdrawn;
    this.removals = removals;
  }

  @Override
  public void open() throws StoreDown {
    indices.make();
    identity.check();
  }

  @Override
  public List<Item> write(List<Item> items) throws StoreDown {
    List<Item> refused = new ArrayList<>(items.stream().filter(Item::isRefused).toList());
    keep(items, refused);
    List<Item> current = removals.current(items);
    Set<String> governed = governed(current);
    Orders before = withdrawn.inForce(governed);
    List<Operation> changes =
        new ArrayList<>(removals.deletions(current.stream().filter(Target::isRemoval).toList()));
    for (Item item : current) {
      state(item, before, refused).ifPresent(changes::add);
    }
    refused.addAll(bulk.write(changes));
    Set<String> since = changed(before, withdrawn.inForce(governed));
    if (!since.isEmpty()) {
      withdrawn.carryOut(since);
    }
    removeAgain(current);
    return refused;
  }

  /** Keeps orders and tombstones, and carries the orders out. */
  private void keep(List<Item> items, List<Item> refused) throws StoreDown {
    List<Operation> kept = new ArrayList<>();
    Set<String> ordered = new TreeSet<>();
    for (Item item : items) {
      if (item.change() instanceof Change.Order order) {
        Withdrawal withdrawal = order.withdrawal();
        ordered.add(withdrawal.getArticleId());
        kept.add(
            new Operation.Write(
                indices.withdrawals(),
                withdrawal.getArticleId(),
                Documents.of(withdrawal),
                Versions.of(withdrawal, item.origin().offset()),
                item));
      } else if (Target.isRemoval(item)) {
        kept.add(removals.remembered(item));
      }
    }
    refused.addAll(bulk.write(kept));
    if (!ordered.isEmpty()) {
      withdrawn.carryOut(ordered);
    }
  }

  private Optional<Operation> state(Item item, Orders orders, List<Item> refused) {
    if (item.change() instanceof Change.StoryState state) {
      String id = state.story().getId();
      long version = Versions.of(item.origin().offset());
      return Optional.of(
          new Operation.Write(
              indices.stories(), id, Documents.of(orders.obeyed(state.story())), version, item));
    }
    if (!(item.change() instanceof Change.ArticleState state)) {
      return Optional.empty();
    }
    Article article = orders.obeyed(state.article());
    if (!Versions.fits(article)) {
      String reason = "its revision is beyond 22 bits of generation and 40 of counter";
      refused.add(new Item(item.origin(), new Change.Refused(reason, "")));
      return Optional.empty();
    }
    return Optional.of(
        new Operation.Write(
            indices.articles(),
            article.getId(),
            Documents.of(article, state.article().getEmbargoUntil()),
            Versions.of(article),
            item));
  }

  /** What was removed while we wrote it: only a process that was held up finds any. */
  private void removeAgain(List<Item> written) throws StoreDown {
    List<Item> states = written.stream().filter(Target::isState).toList();
    bulk.write(removals.deletions(removals.overtakenOf(states)));
  }

  /** Articles whose orders matter: those written, and those that give stories their words. */
  private static Set<String> governed(List<Item> items) {
    Set<String> ids = new TreeSet<>();
    for (Item item : items) {
      if (item.change() instanceof Change.ArticleState state) {
        ids.add(state.article().getId());
      } else if (item.change() instanceof Change.StoryState state) {
        ids.add(state.story().getId());
        state.story().getTimeline().forEach(article -> ids.add(article.getId()));
      }
    }
    return ids;
  }

  private static Set<String> changed(Orders before, Orders after) {
    Set<String> changed = new TreeSet<>();
    after
        .byArticle()
        .forEach(
            (id, order) -> {
              if (!order.equals(before.byArticle().get(id))) {
                changed.add(id);
              }
            });
    return changed;
  }
}
