package newswire.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.Visibility.Veil;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import org.jspecify.annotations.Nullable;

/**
 * The chain of publication of one family: who had it first, who has it from whom.
 *
 * @param family id of its canonical article
 * @param links by (effective time, id)
 */
record Chain(String family, List<Link> links) {

  /** The order of a family: that by which the canonical article is chosen. */
  static final Comparator<Article> ORDER =
      Comparator.comparing(Article::getEffective).thenComparing(Article::getId);

  /**
   * One article of a family.
   *
   * @param position in the chain, from 1
   * @param shown the article as it may be shown
   * @param overtaken id of the article that was seen before this one and yet comes after it, so
   *     that only the claimed times put this one first; of several the one seen first
   * @param parent the article that it is a copy of, if that is in the chain
   * @param difference to the text of its parent; empty if either cannot be shown
   */
  record Link(
      int position,
      Shown shown,
      Optional<String> overtaken,
      Optional<Shown> parent,
      Optional<Difference> difference) {

    Article article() {
      return shown.article();
    }

    Optional<Relation> relation() {
      return article().getRelation();
    }
  }

  /** Of the articles of a family in any order. */
  static Chain of(String family, Collection<Shown> members) {
    List<Shown> ordered =
        members.stream().sorted(Comparator.comparing(Shown::article, ORDER)).toList();
    Map<String, Shown> byId = new HashMap<>();
    ordered.forEach(member -> byId.put(member.article().getId(), member));
    List<Link> links = new ArrayList<>();
    @Nullable Article earliest = null;
    for (int i = ordered.size() - 1; i >= 0; i--) {
      Shown shown = ordered.get(i);
      Article article = shown.article();
      Optional<Shown> parent = article.getRelation().flatMap(Relation::getParent).map(byId::get);
      links.add(
          0,
          new Link(
              i + 1,
              shown,
              earliest != null && earliest.getFirstSeen().isBefore(article.getFirstSeen())
                  ? Optional.of(earliest.getId())
                  : Optional.empty(),
              parent,
              parent.flatMap(from -> difference(from, shown))));
      if (earliest == null || !earliest.getFirstSeen().isBefore(article.getFirstSeen())) {
        earliest = article;
      }
    }
    return new Chain(family, links);
  }

  private static Optional<Difference> difference(Shown parent, Shown copy) {
    return parent.veil() == Veil.NONE && copy.veil() == Veil.NONE
        ? Optional.of(Difference.between(parent.article().getText(), copy.article().getText()))
        : Optional.empty();
  }
}
