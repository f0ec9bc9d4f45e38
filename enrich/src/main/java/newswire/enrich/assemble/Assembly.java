package newswire.enrich.assemble;

import newswire.schemas.Blank;
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

  /** Which of two orders counts: the later, but a kill is for ever. */
  static Withdrawal inForce(Withdrawal earlier, Withdrawal later) {
    return earlier.getStatus() == Status.KILLED ? earlier : later;
  }

  /** The article as a withdrawal leaves it; nothing of what a killed one said remains. */
  static Article withdrawn(Article article, @Nullable Withdrawal order) {
    if (order == null) {
      return article;
    }
    Article ordered =
        Article.newBuilder(article)
            .setStatus(order.getStatus())
            .setStatusReason(order.getReason())
            .setEmbargoUntil(order.getEmbargoUntil().or(article::getEmbargoUntil).orElse(null))
            .build();
    return order.getStatus() == Status.KILLED ? Blank.of(ordered) : ordered;
  }
}
