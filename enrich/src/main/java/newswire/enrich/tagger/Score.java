package newswire.enrich.tagger;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Counts of names found: exact span and type. Row 0 is all types, then PER, LOC, ORG. */
public final class Score {

  private static final String[] NAMES = {"all", "PER", "LOC", "ORG"};

  private final int[] right = new int[4];
  private final int[] wrong = new int[4];
  private final int[] missed = new int[4];

  private record Name(int start, int end, int type) {}

  /** Adds a sentence; tags by {@link Tags}, one for each token. */
  void add(int[] gold, int[] predicted) {
    Set<Name> wanted = names(gold);
    Set<Name> found = names(predicted);
    for (Name name : found) {
      count(wanted.contains(name) ? right : wrong, name);
    }
    for (Name name : wanted) {
      if (!found.contains(name)) {
        count(missed, name);
      }
    }
  }

  private static void count(int[] counts, Name name) {
    counts[0]++;
    counts[name.type()]++;
  }

  private static Set<Name> names(int[] tags) {
    Set<Name> names = new HashSet<>();
    int at = 0;
    while (at < tags.length) {
      int first = at++;
      if (tags[first] != Tags.O) {
        int type = (tags[first] + 1) / 2;
        while (at < tags.length && tags[at] == type * 2) {
          at++;
        }
        names.add(new Name(first, at, type));
      }
    }
    return names;
  }

  /** Adds another's counts. */
  public void add(Score other) {
    for (int i = 0; i < right.length; i++) {
      right[i] += other.right[i];
      wrong[i] += other.wrong[i];
      missed[i] += other.missed[i];
    }
  }

  /** Harmonic mean of precision and recall over all types, 0 to 1. */
  public double f1() {
    return f1(0);
  }

  /**
   * The same of one type.
   *
   * @param row 0 all, 1 PER, 2 LOC, 3 ORG
   */
  public double f1(int row) {
    return right[row] == 0 ? 0 : 2.0 * right[row] / (2 * right[row] + wrong[row] + missed[row]);
  }

  /** One row: F1 of each type, then precision, recall and F1 of all, and the number of names. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    for (int row = 1; row < NAMES.length; row++) {
      line.append(String.format(Locale.ROOT, "%s %.3f  ", NAMES[row], f1(row)));
    }
    return line.append(
            String.format(
                Locale.ROOT,
                "all P %.3f R %.3f F1 %.3f (%d)",
                right[0] / (double) Math.max(1, right[0] + wrong[0]),
                right[0] / (double) Math.max(1, right[0] + missed[0]),
                f1(),
                right[0] + missed[0]))
        .toString();
  }
}
