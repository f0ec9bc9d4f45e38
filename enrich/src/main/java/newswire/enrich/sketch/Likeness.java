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
 * @param numbers part of the smaller set of numbers that is in the greater, drawn towards 1 the
 *     fewer numbers there are for the length of the text
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

  static final Likeness NOTHING = new Likeness(Kind.NONE, 0, 0, 0, 0);
  private static final Likeness SAME = new Likeness(Kind.EXACT, 1, 1, 1, 1);

  private static final double ENOUGH = .42;
  private static final double LATER = .7;
  private static final Duration LATE = Duration.ofHours(36);
  private static final double SHORT = 30;
  private static final double SHORT_ENOUGH = .75;
  private static final double STRANGE_TITLE = .1;
  private static final double PART = .8;
  private static final double HALF = .5;
  private static final double SMALL_SAMPLE = 2;
  private static final double SHINGLES_A_NUMBER = 150;
  private static final double LEAST_TRUST = .5;
  private static final int FEWEST_SEEN = 4;

  /** Whether one is a copy of the other or of a part of it. */
  public boolean isCopy() {
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
    double c = overlap.common() / (Math.min(overlap.left(), overlap.right()) + SMALL_SAMPLE);
    double numbers = numbers(one, other);
    boolean late = apart.compareTo(LATE) >= 0;
    double shortness = shortness(one, other);
    double score = c * numbers * (late ? LATER : 1);
    if (shortness > 0) {
      // Math.pow may differ in the last bit from one machine to another.
      score *= StrictMath.pow(Math.max(titles(one, other), STRANGE_TITLE), shortness / 2);
    }
    boolean copy =
        overlap.common() >= FEWEST_SEEN
            && score >= ENOUGH + shortness * (SHORT_ENOUGH - ENOUGH)
            && !(late && shortness > 0);
    Kind kind = copy ? kind(one, other, overlap) : Kind.NONE;
    return new Likeness(kind, score, overlap.jaccard(), overlap.containment(), numbers);
  }

  private static Kind kind(Fingerprint one, Fingerprint other, Bottom.Overlap overlap) {
    if (overlap.containment() < PART || overlap.jaccard() >= HALF) {
      return Kind.NEAR;
    }
    return one.shingles().size() < other.shingles().size() ? Kind.CONTAINED : Kind.CONTAINS;
  }

  // From 0 for a text that speaks for itself to 1 for one of no words, of which the headline
  // decides.
  private static double shortness(Fingerprint one, Fingerprint other) {
    int shingles = Math.min(one.shingles().size(), other.shingles().size());
    return Math.max(0, 1 - shingles / SHORT);
  }

  // A machine's bulletin has a number in every sentence. The longer a text is for its numbers, the
  // less do they say: a corrected date does not make another report.
  private static double numbers(Fingerprint one, Fingerprint other) {
    Bottom.Overlap overlap = one.numbers().with(other.numbers());
    int length = Math.min(one.shingles().size(), other.shingles().size());
    double trust = Math.max(LEAST_TRUST, length / SHINGLES_A_NUMBER);
    return (overlap.common() + trust) / (Math.min(overlap.left(), overlap.right()) + trust);
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
