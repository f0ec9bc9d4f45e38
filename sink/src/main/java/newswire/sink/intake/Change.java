package newswire.sink.intake;

import java.time.Instant;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;

/** What one record of a topic means for the store. */
public sealed interface Change {

  /** A state of an article. */
  record ArticleState(Article article) implements Change {}

  /**
   * A state of an article, current or not.
   *
   * @param known when it became known; empty for one written before that was kept
   */
  record Revised(Article article, Optional<Instant> known) implements Change {}

  /** An article is to be removed: a tombstone. */
  record ArticleGone(String id) implements Change {}

  /** A state of a story. */
  record StoryState(Story story) implements Change {}

  /** A story is to be removed: a tombstone. */
  record StoryGone(String id) implements Change {}

  /** An order about an article's use. */
  record Order(Withdrawal withdrawal) implements Change {}

  /**
   * It cannot be stored, now or later.
   *
   * @param reason one sentence for a person
   * @param exception class and message of the exception; empty if there was none
   */
  record Refused(String reason, String exception) implements Change {}
}
