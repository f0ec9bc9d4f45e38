package newswire.enrich.entities;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import newswire.enrich.tagger.Span;

/**
 * Names of persons, places and organisations by the words around them, in languages that have no
 * capitals and no corpus to learn from: titles and offices, who speaks, head nouns. What is not
 * sure is left out: a name has at most four words, ends where its phrase does and crosses no mark.
 */
final class CueRules {

  /** By language, the script that its names are written in. */
  private static final Map<String, Byte> SCRIPTS =
      Map.of(
          "fa", Letters.ARABIC,
          "ur", Letters.ARABIC,
          "he", Letters.HEBREW,
          "hi", Letters.OTHER,
          "bn", Letters.OTHER);

  private CueRules() {}

  /** Whether there are rules for a language. */
  static boolean know(String language) {
    return SCRIPTS.containsKey(primary(language));
  }

  /**
   * The names in a text, in its order, none overlapping.
   *
   * @param language one that the rules know
   * @param hits of the linker, in the order of the text, none within another
   */
  static List<Span> find(String text, String language, List<NameIndex.Found> hits) {
    String tag = primary(language);
    CueText words = new CueText(text, tag, SCRIPTS.getOrDefault(tag, (byte) 0), hits);
    CueGrammar grammar = CueGrammar.of(tag);
    NavigableMap<Integer, Span> names = new TreeMap<>();
    add(new CuedNouns(words, grammar).find(), names);
    add(new CuedPersons(words, grammar, names).find(), names);
    return List.copyOf(names.values());
  }

  /** Those that overlap none found before: whole organisations come first, persons last. */
  private static void add(List<Span> found, NavigableMap<Integer, Span> names) {
    for (Span span : found) {
      Map.Entry<Integer, Span> before = names.lowerEntry(span.end());
      if (before == null || before.getValue().end() <= span.start()) {
        names.put(span.start(), span);
      }
    }
  }

  private static String primary(String language) {
    return language.split("-", 2)[0];
  }
}
