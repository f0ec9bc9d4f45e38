package newswire.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;

/**
 * All that the topics know of one article, as far as it may be shown.
 *
 * @param article empty if it has not been prepared
 * @param others articles that it is compared with, and the root of its story, by id
 */
record Dossier(
    String id,
    Optional<Shown> article,
    Trail trail,
    Decisions decisions,
    Map<String, Shown> others) {

  /**
   * What it came from, and what was ordered and failed on the way.
   *
   * @param assembled whether it has reached the topic of articles
   * @param proofs its raw records, in the order of its revisions
   * @param revisions how many states of it there have been
   * @param orders about its use, oldest first
   * @param letters dead letters that name it
   */
  record Trail(
      boolean assembled,
      List<Proof> proofs,
      int revisions,
      List<Withdrawal> orders,
      List<DeadLetter> letters) {}

  /** What was decided on it besides what its own record says. */
  record Decisions(Optional<Sketch> sketch, Optional<Relation> relation, Optional<Story> story) {}

  /** Whether no topic has anything of it. */
  boolean isEmpty() {
    return article.isEmpty()
        && trail.orders().isEmpty()
        && trail.letters().isEmpty()
        && decisions.sketch().isEmpty()
        && decisions.story().isEmpty();
  }

  /** Its relation, if that was decided on its present version. */
  Optional<Relation> relation() {
    return article.flatMap(shown -> shown.article().getRelation());
  }

  Optional<Article> other(Optional<String> otherId) {
    return otherId.map(others::get).map(Shown::article);
  }
}
