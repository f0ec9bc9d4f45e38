package newswire.enrich.relate;

import newswire.enrich.rows.Member;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;

/**
 * An article of a story.
 *
 * @param title empty if it is killed
 * @param article {@link Articles#part}
 */
record StoryLine(Member member, String title, Sketch article, Relation relation, boolean killed) {

  boolean isReport() {
    return relation.getParent().isEmpty();
  }
}
