package newswire.enrich.assemble;

import java.util.List;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Version;
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

  /** Which of two orders counts: the later, but a kill is for ever. */
  static Withdrawal inForce(Withdrawal earlier, Withdrawal later) {
    return earlier.getStatus() == Status.KILLED ? earlier : later;
  }

  /** The article as a withdrawal leaves it; nothing of what a killed one said remains. */
  static Article withdrawn(Article article, @Nullable Withdrawal order) {
    if (order == null) {
      return article;
    }
    Article.Builder ordered =
        Article.newBuilder(article)
            .setStatus(order.getStatus())
            .setStatusReason(order.getReason())
            .setEmbargoUntil(order.getEmbargoUntil().or(article::getEmbargoUntil).orElse(null));
    if (order.getStatus() == Status.KILLED) {
      ordered
          .setTitle("")
          .setSummary("")
          .setText("")
          .setAuthors(List.of())
          .setSubjects(List.of())
          .setEntities(List.of())
          .setVersions(article.getVersions().stream().map(Assembly::withoutChanges).toList());
    }
    return ordered.build();
  }

  // That they are not listed any more, not that there were none.
  private static Version withoutChanges(Version version) {
    boolean cut = version.getChangesCut() || !version.getChanges().isEmpty();
    return Version.newBuilder(version).setChanges(List.of()).setChangesCut(cut).build();
  }
}
