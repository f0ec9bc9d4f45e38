package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the gazetteer's names in a text of a given language: those of the language first, then of
 * the other languages of its script, then the English ones.
 */
final class EntityLinker {

  private static final List<String> ARABIC = List.of("ar", "fa", "ur", "ps", "ckb", "ug", "sd");
  private static final List<String> CYRILLIC =
      List.of("ru", "uk", "be", "bg", "sr-Cyrl", "mk", "kk", "ky", "tg", "mn");
  private static final List<String> EAST_ASIAN = List.of("zh", "zh-Hant", "ja");
  private static final List<String> DEVANAGARI = List.of("hi", "mr", "ne");
  private static final List<String> UNKNOWN = List.of("en", "ar", "ru", "zh", "hi");

  /** Where an English abbreviation in capitals is a word of the language. */
  private static final Set<String> ROMANCE = Set.of("fr", "es", "it", "pt", "ro", "ca");

  private static final int SHORTEST = 3;

  private final Gazetteer gazetteer = new Gazetteer();
  private final Map<String, Names> byLanguage = new ConcurrentHashMap<>();

  private record Names(NameIndex spaced, UnspacedIndex unspaced) {}

  /** Places in the order of the text, none within another. */
  List<NameIndex.Found> find(String text, String language) {
    Names names = byLanguage.computeIfAbsent(language, this::index);
    List<NameIndex.Found> found = new ArrayList<>(names.spaced().find(text, Word.in(text)));
    found.addAll(names.unspaced().find(text));
    found.removeIf(place -> place.entry() == null);
    found.sort(Comparator.comparingInt(NameIndex.Found::start));
    return found;
  }

  private Names index(String language) {
    Names names = new Names(new NameIndex(Endings.of(language)), new UnspacedIndex());
    for (String source : sources(language)) {
      boolean own = source.startsWith(language);
      for (Gazetteer.Name name : gazetteer.names(source)) {
        // A foreign name of a city is too often a word of the language.
        boolean foreign =
            !own && !source.equals("en") && name.means().stream().anyMatch(e -> !e.isCountry());
        if (!foreign
            && isUsable(name.text(), source, language)
            && !gazetteer.isPoison(name.text(), language)) {
          Entry entry = name.means().isEmpty() ? null : name.means().get(0);
          if (Word.Family.of(name.text().codePointAt(0)) == Word.Family.UNSPACED) {
            names.unspaced().add(name.text(), entry);
          } else {
            names.spaced().add(name.text(), entry, own);
          }
        }
      }
    }
    return names;
  }

  private static Set<String> sources(String language) {
    Set<String> sources = new LinkedHashSet<>();
    if (language.equals("und")) {
      sources.addAll(UNKNOWN);
    } else {
      sources.add(language);
    }
    for (List<String> family : List.of(ARABIC, CYRILLIC, EAST_ASIAN, DEVANAGARI)) {
      if (family.contains(language)) {
        sources.addAll(family);
      }
    }
    sources.add("en");
    return sources;
  }

  /** A name of one or two letters would be found everywhere, unless it is an abbreviation. */
  private static boolean isUsable(String name, String source, String language) {
    int letters = (int) name.codePoints().filter(Character::isLetter).count();
    boolean cased = Word.Family.of(name.codePointAt(0)) == Word.Family.CASED;
    if (!cased || letters >= SHORTEST) {
      return letters > 1;
    }
    boolean capitals = letters == 2 && name.codePoints().allMatch(Character::isUpperCase);
    return capitals && (source.equals(language) || !ROMANCE.contains(language));
  }
}
