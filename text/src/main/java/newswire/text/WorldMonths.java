package newswire.text;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of months by ICU's data; a class of its own, for it takes a moment to load. */
final class WorldMonths {

  private static final int SHORTEST = 3;

  /** What two languages mean differently, as listopad is in Polish and Croatian. */
  private static final int AMBIGUOUS = 0;

  private static final List<String> LANGUAGES =
      List.of(
          "ar", "ar-SY", "ar-MA", "ar-DZ", "fa", "ur", "ps", "ckb", "he", "tr", "az", "uz", "kk",
          "ky", "fr", "es", "pt", "it", "ro", "ca", "gl", "de", "nl", "da", "sv", "nb", "fi", "et",
          "lv", "lt", "pl", "cs", "sk", "hu", "sl", "hr", "sr", "sr-Latn", "mk", "bg", "ru", "uk",
          "be", "el", "sq", "hy", "ka", "hi", "mr", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml",
          "si", "th", "lo", "km", "my", "id", "ms", "fil", "sw", "am", "so", "ha");

  private static final Map<String, Integer> NUMBERS = numbers();

  private WorldMonths() {}

  static Optional<Integer> number(String name) {
    String folded = folded(name);
    Integer exact = NUMBERS.get(folded);
    if (exact != null || folded.codePointCount(0, folded.length()) < SHORTEST) {
      return Optional.ofNullable(exact).filter(number -> number != AMBIGUOUS);
    }
    // A short form of its own, as long as only one month begins so.
    Set<Integer> beginning = new HashSet<>();
    NUMBERS.forEach(
        (known, number) -> {
          if (known.startsWith(folded)) {
            beginning.add(number);
          }
        });
    return beginning.size() == 1
        ? beginning.stream().filter(number -> number != AMBIGUOUS).findFirst()
        : Optional.empty();
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String language : LANGUAGES) {
      DateFormatSymbols symbols =
          new DateFormatSymbols(GregorianCalendar.class, new ULocale(language));
      for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
        for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
          add(symbols.getMonths(context, width), numbers);
        }
      }
    }
    return Map.copyOf(numbers);
  }

  private static void add(String[] names, Map<String, Integer> numbers) {
    for (int month = 1; month <= 12; month++) {
      numbers.merge(
          folded(names[month - 1]), month, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
    }
  }

  /** One form of what is written with or without marks, points and capitals. */
  private static String folded(String name) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(
            c -> Character.isLetter(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
