package newswire.enrich.relate;

import newswire.enrich.rows.Member;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;

/**
 * An article of a story.
 *
 * @param article {@link Articles#part} with the title
 */
record StoryLine(Member member, Sketch article, Relation relation, boolean killed) {

  boolean isReport() {
    return relation.getParent().isEmpty();
  }
}
