package newswire.enrich.relate;

import newswire.enrich.rows.Member;

/**
 * The closest of the earlier articles that one was compared with.
 *
 * @param score how close, 0 to 1
 */
record Choice(Member member, double score) {

  /** Whether it comes before {@code other}: the closer one does, of two as close the earlier. */
  boolean isBetterThan(Choice other) {
    return score > other.score || score == other.score && member.compareTo(other.member) < 0;
  }
}
