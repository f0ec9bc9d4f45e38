package newswire.enrich.prepare;

import newswire.schemas.avro.Article;

/**
 * What became of one article that came in: prepared by every stage, or rejected by one of them, or
 * prepared by a replay before.
 */
public sealed interface Outcome {

  /** Every stage succeeded. */
  record Prepared(Article article) implements Outcome {}

  /** A replay has prepared it. */
  record Promoted(Article article) implements Outcome {}

  /**
   * A stage gave up.
   *
   * @param stage its name, such as {@code prepare.page}
   * @param reason one sentence for a person
   * @param exception what it threw
   */
  record Rejected(String stage, String reason, Throwable exception) implements Outcome {}
}
