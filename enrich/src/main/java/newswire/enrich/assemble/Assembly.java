package newswire.enrich.assemble;

import newswire.schemas.Blank;
import newswire.schemas.InForce;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of one article. */
final class Assembly {

  private Assembly() {}

  /** The article with its relation, if that was decided on this version of it. */
  static Article related(Article prepared, @Nullable Relation relation) {
    boolean counts =
        relation != null && relation.getContentHash().equals(prepared.getContentHash());
    return Article.newBuilder(prepared).setRelation(counts ? relation : null).build();
  }

  /** Whether it may be told. */
  static boolean isDecided(Article article) {
    return article.getRelation().isPresent() || article.getStatus() == Status.KILLED;
  }

  /** The article as a withdrawal leaves it; nothing of what a killed one said remains. */
  static Article withdrawn(Article article, @Nullable Withdrawal order) {
    Article ordered = InForce.marked(article, order);
    boolean isKill = order != null && order.getStatus() == Status.KILLED;
    return isKill ? Blank.of(ordered) : ordered;
  }
}
