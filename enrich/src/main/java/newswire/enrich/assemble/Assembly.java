package newswire.enrich.assemble;

import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
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
}
