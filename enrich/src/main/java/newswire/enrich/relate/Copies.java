package newswire.enrich.relate;

import newswire.enrich.rows.Member;
import newswire.enrich.sketch.Fingerprint;
import newswire.enrich.sketch.Likeness;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;

/** Whom an article has copied. */
final class Copies {

  private static final double DIGITS = 10_000;

  private Copies() {}

  /** Decides on the parent, and writes it and how the two are alike. */
  static void decide(State state, Member member, Relation.Builder relation) {
    Sketch print = state.print(member.id());
    Fingerprint own = Fingerprint.of(print);
    for (Member earlier : state.index().before(member, print)) {
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
