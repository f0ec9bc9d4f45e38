package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import newswire.enrich.tagger.Span;

/**
 * Names of persons, places and organisations by the words around them, in languages that have no
 * capitals and no corpus to learn from: titles and offices, who speaks, head nouns. What is not sure
 * is left out: a name has at most four words, ends where its phrase does and crosses no mark.
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
    List<Span> nouns = new CuedNouns(words, grammar).find();
    List<Span> all = new ArrayList<>(nouns);
    all.addAll(new CuedPersons(words, grammar, nouns).find());
    return apart(all);
  }

  /** Of overlapping names those found first: organisations and places before persons. */
  private static List<Span> apart(List<Span> found) {
    List<Span> kept = new ArrayList<>();
    for (Span span : found) {
      if (kept.stream().noneMatch(k -> k.start() < span.end() && span.start() < k.end())) {
        kept.add(span);
      }
    }
    kept.sort(Comparator.comparingInt(Span::start));
    return kept;
  }

  private static String primary(String language) {
    return language.split("-", 2)[0];
  }
}
