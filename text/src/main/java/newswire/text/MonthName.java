package newswire.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of months, in full or short, in the languages in which news is written. What two languages
 * mean differently is not known, unless English has it.
 */
final class MonthName {

  private static final int SHORTEST = 3;
  private static final List<String> ENGLISH =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private MonthName() {}

  /** Its number, from 1. */
  static Optional<Integer> number(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < ENGLISH.size(); i++) {
      if (lower.length() >= SHORTEST && ENGLISH.get(i).startsWith(lower)) {
        return Optional.of(i + 1);
      }
    }
    return WorldMonths.number(name);
  }
}
