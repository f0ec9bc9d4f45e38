package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Adjectives and peoples by rule, of the names of countries that are one word: the Arabic nisba
 * with its feminine, dual and plural, its Persian and Urdu kin, and the Hebrew one.
 */
final class Nisba {

  private static final int SHORTEST = 3;
  private static final List<String> ARABIC =
      List.of("ي", "ية", "يون", "يين", "يات", "يان", "يتان", "يتين");
  private static final List<String> PERSIAN = List.of("ی", "ی‌ها", "یها", "ی‌های", "یان");
  private static final List<String> URDU = List.of("ی", "یوں");
  private static final List<String> HEBREW = List.of("י", "ית", "ים", "יות", "יים");

  private Nisba() {}

  /**
   * The adjectives of a language that are not among {@code names}.
   *
   * @param poison whether a folded name is mostly something else; then so are its adjectives
   */
  static List<Name> of(String language, List<Name> names, Predicate<String> poison) {
    List<String> endings = endings(language);
    if (endings.isEmpty()) {
      return List.of();
    }
    Set<String> taken = new HashSet<>();
    names.forEach(name -> taken.add(Tokens.writing(name.text())));
    Map<String, Name> made = new LinkedHashMap<>();
    for (Name name : names) {
      if (name.entry() != null && name.entry().isCountry() && isFit(name)) {
        String base =
            name.use().demonym() ? adjective(name.text(), language) : base(name.text(), language);
        for (String word : words(base, endings, language, poison)) {
          String writing = Tokens.writing(word);
          if (!taken.contains(writing)) {
            made.putIfAbsent(writing, new Name(word, name.entry(), Name.Use.DEMONYM));
          }
        }
      }
    }
    return List.copyOf(made.values());
  }

  private static boolean isFit(Name name) {
    boolean plain = name.use().equals(Name.Use.PLAIN) || name.use().equals(Name.Use.DEMONYM);
    return plain && Tokens.of(name.text()).size() == 1;
  }

  private static List<String> words(
      String base, List<String> endings, String language, Predicate<String> poison) {
    if (base.length() < SHORTEST || poison.test(Tokens.writing(base + endings.get(0)))) {
      return List.of();
    }
    String article = language.equals("ar") ? "ال" : language.equals("he") ? "ה" : "";
    List<String> words = new ArrayList<>();
    for (String ending : endings) {
      words.add(base + ending);
      if (!article.isEmpty()) {
        words.add(article + base + ending);
      }
    }
    return words;
  }

  private static List<String> endings(String language) {
    return switch (language) {
      case "ar" -> ARABIC;
      case "fa" -> PERSIAN;
      case "ur" -> URDU;
      case "he" -> HEBREW;
      default -> List.of();
    };
  }

  /** What comes before the ending of an adjective; empty if it has none. */
  private static String adjective(String name, String language) {
    return language.equals("ar") && name.endsWith("ي") ? base(name, language) : "";
  }

  /** Without the article and the vowels at the end. */
  private static String base(String name, String language) {
    return switch (language) {
      case "ar" -> name.replaceFirst("^ال(?=...)", "").replaceFirst("(يا|ية|ا|ة|ى|ي)$", "");
      case "he" -> name.replaceFirst("(יה|ה|י)$", "");
      default -> name.endsWith("ی") || name.endsWith("ا") || name.endsWith("ه") ? "" : name;
    };
  }
}
