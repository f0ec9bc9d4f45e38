package newswire.sink.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Mention;
import newswire.schemas.avro.Status;
import org.apache.lucene.analysis.Analyzer;

/**
 * What an article can be found by, as a literal of type tsvector: the terms of its title (weight
 * A), summary (B) and text (D) with their positions, up to what Postgres holds of one text.
 */
final class SearchVector {

  /** Postgres ends at 1 MB, overhead included. */
  private static final int MOST_BYTES = 900_000;

  private static final int OVERHEAD_BYTES = 8;
  private static final int POSITION_BYTES = 2;
  private static final int LAST_POSITION = 16_383;
  private static final int MOST_POSITIONS = 255;
  private static final int LONGEST_NAMES = 2_000;

  /** Words of different parts are no phrase. */
  private static final int GAP = 10;

  private final Map<String, List<String>> positions = new LinkedHashMap<>();
  private int last;
  private int bytes;

  private SearchVector() {}

  /** Of the whole article; empty if it is killed. */
  static String of(Article article) {
    SearchVector vector = new SearchVector();
    if (article.getStatus() != Status.KILLED) {
      Analyzer analyzer = Analyzers.ofTexts(article.getLanguage().getTag());
      vector.add(analyzer, article.getTitle(), "A");
      vector.add(analyzer, article.getSummary(), "B");
      vector.add(analyzer, article.getText(), "");
    }
    return vector.literal();
  }

  /** Its title and what it names, a line each, to be compared letter by letter. */
  static String names(Article article) {
    if (article.getStatus() == Status.KILLED) {
      return "";
    }
    Set<String> names = new LinkedHashSet<>(List.of(article.getTitle()));
    article.getEntities().forEach(entity -> names.add(entity.getName()));
    article.getEntities().stream()
        .flatMap(entity -> entity.getMentions().stream())
        .map(Mention::getText)
        .forEach(names::add);
    String lines = String.join("\n", names);
    int longest = Math.min(LONGEST_NAMES, lines.codePointCount(0, lines.length()));
    return lines.substring(0, lines.offsetByCodePoints(0, longest));
  }

  private void add(Analyzer analyzer, String text, String weight) {
    int start = last == 0 ? 0 : last + GAP;
    Terms.of(
        analyzer,
        text,
        (term, position) -> {
          last = start + position;
          return add(term, Math.min(last, LAST_POSITION) + weight);
        });
  }

  private boolean add(String term, String position) {
    List<String> of = positions.get(term);
    if (of == null) {
      of = new ArrayList<>();
      positions.put(term, of);
      bytes += term.getBytes(UTF_8).length + OVERHEAD_BYTES;
    }
    if (of.size() < MOST_POSITIONS) {
      of.add(position);
      bytes += POSITION_BYTES;
    }
    return bytes < MOST_BYTES;
  }

  private String literal() {
    StringBuilder literal = new StringBuilder();
    positions.forEach(
        (term, at) ->
            literal
                .append(literal.isEmpty() ? "" : " ")
                .append(Terms.quoted(term))
                .append(':')
                .append(String.join(",", at)));
    return literal.toString();
  }
}
