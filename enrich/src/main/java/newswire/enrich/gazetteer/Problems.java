package newswire.enrich.gazetteer;

import java.util.ArrayList;
import java.util.List;

/** What could not be read of a file: all of it counted, the first of it in words. */
public final class Problems {

  private static final int TOLD = 20;

  private final List<String> told = new ArrayList<>();
  private int count;

  void add(String problem) {
    count++;
    if (told.size() < TOLD) {
      told.add(problem);
    }
  }

  /** How many lines. */
  public int count() {
    return count;
  }

  /** The first of them, each with file, line and what to mend. */
  public List<String> told() {
    return List.copyOf(told);
  }
}
