package newswire.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** English names of months, in full or short. */
final class MonthName {

  private static final List<String> NAMES =
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
    for (int i = 0; i < NAMES.size(); i++) {
      if (lower.length() >= 3 && NAMES.get(i).startsWith(lower)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }
}
