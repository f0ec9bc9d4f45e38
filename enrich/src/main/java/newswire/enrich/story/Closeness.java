package newswire.enrich.story;

import java.time.Duration;

/** How close two articles are in what they report, from 0 to 1. */
public final class Closeness {

  private static final double SIGMA = Duration.ofDays(3).toMillis();
  private static final double DIGITS = 10_000;
  private static final double ENTITIES = .1;
  private static final double NUMBERS = .1;
  private static final double ENOUGH_ACROSS = .5;

  /** Reports further apart join no story of their language, even if they say the same. */
  public static final Duration WINDOW = lastOf(Brake.enough(Duration.ZERO, 0));

  /** Reports in different languages that are further apart are no counterparts. */
  public static final Duration WINDOW_ACROSS = lastOf(ENOUGH_ACROSS);

  private Closeness() {}

  /**
   * Of two articles in one language: the cosine of their terms, with something for shared entities,
   * less the further apart in time (Gaussian, sigma 3 days). The same whichever comes first; four
   * decimals.
   */
  public static double of(Features one, Features other) {
    double lengths = one.length() * other.length();
    double cosine = lengths == 0 ? 0 : one.terms().dot(other.terms()) / lengths;
    double score = (1 - ENTITIES) * cosine + ENTITIES * cosine(one.entities(), other.entities());
    return rounded(score * decay(one, other));
  }

  /**
   * Of two articles in different languages: by the entities that both name, the numbers that both
   * give and time. The same whichever comes first; four decimals.
   */
  public static double across(Features one, Features other) {
    double entities = cosine(one.entities(), other.entities());
    double score = entities * (1 - NUMBERS) + NUMBERS * numbers(one.numbers(), other.numbers());
    return rounded(score * decay(one, other));
  }

  /** Whether two articles in different languages with this closeness report the same. */
  public static boolean joinsAcross(double score) {
    return score >= ENOUGH_ACROSS;
  }

  private static double cosine(Weights one, Weights other) {
    double squares = one.squares() * other.squares();
    return squares == 0 ? 0 : one.dot(other) / Math.sqrt(squares);
  }

  private static double numbers(int[] one, int[] other) {
    int common = 0;
    for (int number : one) {
      for (int theirs : other) {
        common += number == theirs ? 1 : 0;
      }
    }
    int smaller = Math.min(one.length, other.length);
    return smaller == 0 ? 0 : (double) common / smaller;
  }

  private static double decay(Features one, Features other) {
    double sigmas = (one.effective() - other.effective()) / SIGMA;
    return StrictMath.exp(-sigmas * sigmas / 2);
  }

  // Where the decay alone is less than enough; half a unit of the last digit is rounded up.
  private static Duration lastOf(double enough) {
    double sigmas = StrictMath.sqrt(-2 * StrictMath.log(enough - 1 / (2 * DIGITS)));
    return Duration.ofMillis((long) Math.ceil(sigmas * SIGMA));
  }

  private static double rounded(double score) {
    return Math.round(Math.min(1, score) * DIGITS) / DIGITS;
  }
}
