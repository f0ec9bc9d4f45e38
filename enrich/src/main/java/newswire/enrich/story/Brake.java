package newswire.enrich.story;

import java.time.Duration;

/**
 * How close an article must be to an earlier one to join its story: the closer, the older the story
 * and the longer the chain by which it has come so far, so that stories end.
 */
public final class Brake {

  private static final double ENOUGH = .28;
  private static final double A_DAY = .01;
  private static final double A_STEP = .004;
  private static final double MOST = .2;
  private static final Duration DAY = Duration.ofDays(1);

  private Brake() {}

  /**
   * The least {@link Closeness#of} that joins.
   *
   * @param age from the effective time of the story's first article to that of the one that joins
   * @param depth edges from that first article to the neighbour; 0 for the first itself
   */
  public static double enough(Duration age, int depth) {
    double days = Math.max(0, (double) age.toMillis() / DAY.toMillis());
    return ENOUGH + Math.min(MOST, A_DAY * days + A_STEP * depth);
  }

  /** Whether {@code score} is {@link #enough}. */
  public static boolean joins(double score, Duration age, int depth) {
    return score >= enough(age, depth);
  }
}
