package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.TreeMap;

/**
 * Which analyzer takes the words of which language. Every article is searched by its words as they
 * are written, in {@code title}, {@code summary} and {@code text}; by their forms in {@code
 * words.LANGUAGE.title} and so on, of one language only, so that nothing is analysed as what it is
 * not.
 */
final class Languages {

  private static final String CJK = "cjk";

  /** Languages written without spaces for which OpenSearch has no analyzer of its own. */
  private static final String PAIRS = "pairs";

  private static final Map<String, String> ANALYZERS = analyzers();

  private Languages() {}

  private static Map<String, String> analyzers() {
    Map<String, String> analyzers = new TreeMap<>();
    StringTokenizer table =
        new StringTokenizer(
            "ar arabic, hy armenian, eu basque, bn bengali, bg bulgarian, ca catalan, cs czech, da"
                + " danish, nl dutch, en english, et estonian, fi finnish, fr french, gl galician,"
                + " de german, el greek, hi hindi, hu hungarian, id indonesian, ga irish, it"
                + " italian, lv latvian, lt lithuanian, no norwegian, fa persian, pt portuguese, ro"
                + " romanian, ru russian, ckb sorani, es spanish, sv swedish, th thai, tr turkish",
            " ,");
    while (table.hasMoreTokens()) {
      analyzers.put(table.nextToken(), table.nextToken());
    }
    analyzers.put(CJK, CJK);
    analyzers.put(PAIRS, PAIRS);
    return analyzers;
  }

  /**
   * The field for a language.
   *
   * @param tag BCP 47, such as {@code pt-BR}
   * @return empty if its words are searched as they are written only
   */
  static Optional<String> field(String tag) {
    int end = tag.indexOf('-');
    String language = end < 0 ? tag : tag.substring(0, end);
    String field =
        switch (language) {
          case "zh", "yue", "ja", "ko" -> CJK;
          case "km", "lo", "my" -> PAIRS;
          case "nb", "nn" -> "no";
          default -> language;
        };
    return ANALYZERS.containsKey(field) ? Optional.of(field) : Optional.empty();
  }

  /** Adds the mapping of every field. */
  static void map(ObjectNode properties) {
    ANALYZERS.forEach(
        (field, analyzer) -> {
          ObjectNode words =
              properties.withObjectProperty("words").withObjectProperty("properties");
          ObjectNode parts = words.putObject(field).putObject("properties");
          for (String part : Documents.WORDS) {
            parts.putObject(part).put("type", "text").put("analyzer", analyzer);
          }
        });
  }
}
