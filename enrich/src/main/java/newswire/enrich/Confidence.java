package newswire.enrich;

/** A confidence as records have it. */
public final class Confidence {

  /** Four decimals. */
  private static final double STEPS = 10_000;

  private Confidence() {}

  /** Rounded to four decimals, from 0 to 1 as it was; halves go up. */
  public static double rounded(double confidence) {
    return Math.round(confidence * STEPS) / STEPS;
  }
}
