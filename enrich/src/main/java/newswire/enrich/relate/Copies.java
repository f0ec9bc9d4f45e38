package newswire.enrich.relate;

import java.util.Collection;
import newswire.enrich.rows.Member;
import newswire.enrich.sketch.Fingerprint;
import newswire.enrich.sketch.Likeness;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;

/** Whom an article has copied. */
final class Copies {

  private static final double DIGITS = 10_000;

  private Copies() {}

  /**
   * Decides on the parent, and writes it and how the two are alike.
   *
   * @param before whom it may have copied, earliest first
   */
  static void decide(
      State state, Member member, Collection<Member> before, Relation.Builder relation) {
    Fingerprint own = Fingerprint.of(state.print(member.id()));
    for (Member earlier : before) {
      Fingerprint theirs = Fingerprint.of(state.print(earlier.id()));
      Likeness likeness = Likeness.of(own, theirs, member.since(earlier));
      if (likeness.isCopy()) {
        relation
            .setParent(earlier.id())
            .setKind(kind(likeness))
            .setScore(rounded(likeness.score()))
            .setJaccard(rounded(likeness.jaccard()))
            .setContainment(rounded(likeness.containment()))
            .setNumbers(rounded(likeness.numbers()));
        return;
      }
    }
  }

  /** Writes what was decided before. */
  static void same(Relation before, Relation.Builder relation) {
    relation
        .setParent(before.getParent().orElse(null))
        .setKind(before.getKind())
        .setScore(before.getScore())
        .setJaccard(before.getJaccard())
        .setContainment(before.getContainment())
        .setNumbers(before.getNumbers());
  }

  private static RelationKind kind(Likeness likeness) {
    return switch (likeness.kind()) {
      case EXACT -> RelationKind.EXACT;
      case NEAR -> RelationKind.NEAR;
      case CONTAINED, CONTAINS -> RelationKind.PARTIAL;
      case NONE -> RelationKind.NONE;
    };
  }

  private static double rounded(double score) {
    return Math.round(score * DIGITS) / DIGITS;
  }
}
