package newswire.enrich.sketch;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What two texts are to one another. The same whichever of the two is named first, but for {@link
 * #kind} CONTAINED and CONTAINS.
 *
 * @param score 0 to 1; 1 for one body, 0 for nothing in common
 * @param jaccard estimated part of all their shingles that both have
 * @param containment estimated part of the smaller one's shingles that the greater has
 * @param numbers part of the smaller set of numbers that is in the greater
 */
public record Likeness(
    Kind kind, double score, double jaccard, double containment, double numbers) {

  /** What the first text is to the second. */
  public enum Kind {
    NONE,
    EXACT,
    NEAR,
    /** Most of the first is in the second, which is much longer. */
    CONTAINED,
    /** Most of the second is in the first, which is much longer. */
    CONTAINS
  }

  private static final Likeness NOTHING = new Likeness(Kind.NONE, 0, 0, 0, 0);
  private static final Likeness SAME = new Likeness(Kind.EXACT, 1, 1, 1, 1);

  private static final double ENOUGH = .45;
  private static final double LATER = .6;
  private static final Duration LATE = Duration.ofHours(36);
  private static final int SHORT = 30;
  private static final double SHORT_ENOUGH = .75;
  private static final double PART = .8;
  private static final double HALF = .5;
  private static final int FEWEST_SEEN = 6;

  boolean isCopy() {
    return kind != Kind.NONE;
  }

  /** Of two texts that became known that far apart. */
  public static Likeness of(Fingerprint one, Fingerprint other, Duration apart) {
    if (!one.bodyHash().isEmpty() && one.bodyHash().equals(other.bodyHash())) {
      return SAME;
    }
    Bottom.Overlap overlap = one.shingles().with(other.shingles());
    if (overlap.common() == 0) {
      return NOTHING;
    }
    double c = overlap.containment();
    double numbers = numbers(one, other);
    boolean late = apart.compareTo(LATE) >= 0;
    boolean isShort = Math.min(one.shingles().size(), other.shingles().size()) < SHORT;
    double score = c * numbers * (late ? LATER : 1);
    boolean copy;
    if (isShort) {
      score *= Math.sqrt(titles(one, other));
      copy = score >= SHORT_ENOUGH && !late;
    } else {
      copy = score >= ENOUGH && overlap.common() >= FEWEST_SEEN;
    }
    Kind kind = copy ? kind(one, other, overlap) : Kind.NONE;
    return new Likeness(kind, score, overlap.jaccard(), c, numbers);
  }

  private static Kind kind(Fingerprint one, Fingerprint other, Bottom.Overlap overlap) {
    if (overlap.containment() < PART || overlap.jaccard() >= HALF) {
      return Kind.NEAR;
    }
    return one.shingles().size() < other.shingles().size() ? Kind.CONTAINED : Kind.CONTAINS;
  }

  /** One for a text without numbers: there is nothing they could differ in. */
  private static double numbers(Fingerprint one, Fingerprint other) {
    Bottom.Overlap overlap = one.numbers().with(other.numbers());
    return Math.min(overlap.left(), overlap.right()) == 0 ? 1 : overlap.containment();
  }

  private static double titles(Fingerprint one, Fingerprint other) {
    Set<Long> left = one.titleTokens();
    Set<Long> right = other.titleTokens();
    int smaller = Math.min(left.size(), right.size());
    Set<Long> common = new HashSet<>(left);
    common.retainAll(right);
    return smaller == 0 ? 0 : (double) common.size() / smaller;
  }
}
