package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which names are looked for in texts of one language, by the script of a word: tags of languages,
 * and of families, of which only the countries count.
 */
final class Layers {

  private static final String FAMILY = "family-";
  private static final Map<Byte, List<String>> FAMILIES =
      Map.of(
          Letters.ARABIC, List.of("ar", "fa", "ur", "ps", "ckb", "ug", "sd"),
          Letters.CYRILLIC,
              List.of("ru", "uk", "be", "bg", "sr-Cyrl", "mk", "kk", "ky", "tg", "mn"),
          Letters.UNSPACED, List.of("zh", "zh-Hant", "ja"),
          Letters.OTHER, List.of("hi", "mr", "ne"));

  /** By whose names a script is read in texts of languages that are written in another. */
  private static final Map<Byte, List<String>> MAIN =
      Map.of(
          Letters.LATIN, List.of("en"),
          Letters.DIGIT, List.of("en"),
          Letters.CYRILLIC, List.of("ru"),
          Letters.GREEK, List.of("el"),
          Letters.ARMENIAN, List.of("hy"),
          Letters.ARABIC, List.of("ar"),
          Letters.HEBREW, List.of("he"),
          Letters.HANGUL, List.of("ko"),
          Letters.UNSPACED, List.of("zh", "zh-Hant", "ja", "th"),
          Letters.OTHER, List.of("hi"));

  /** Where one tag's names are the other's too. */
  private static final Map<String, List<String>> TOGETHER =
      Map.of(
          "zh", List.of("zh-Hant"),
          "zh-Hant", List.of("zh"),
          "nn", List.of("nb"),
          "no", List.of("nb"),
          "ms", List.of("id"));

  private final List<List<String>> byKind = new ArrayList<>();

  Layers(String language) {
    for (byte kind = 0; kind < Letters.KINDS; kind++) {
      byKind.add(tags(language, kind));
    }
  }

  /** Tags to ask for names that begin with a word of that script, the surest first. */
  List<String> of(byte kind) {
    return byKind.get(kind);
  }

  /** The languages of a family's tag; empty if it is a language. */
  static List<String> family(String tag) {
    return tag.startsWith(FAMILY)
        ? FAMILIES.getOrDefault(Byte.parseByte(tag.substring(FAMILY.length())), List.of())
        : List.of();
  }

  private static List<String> tags(String language, byte kind) {
    List<String> tags = new ArrayList<>();
    if (!language.equals("und")) {
      tags.add(language);
      tags.addAll(TOGETHER.getOrDefault(language, List.of()));
    }
    List<String> family = FAMILIES.getOrDefault(kind, List.of());
    List<String> others =
        family.contains(language) ? List.of(FAMILY + kind) : MAIN.getOrDefault(kind, List.of());
    others.stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    return List.copyOf(tags);
  }
}
