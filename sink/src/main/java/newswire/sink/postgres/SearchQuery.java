package newswire.sink.postgres;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;

/** Words that somebody looks for, as a literal of type tsquery for {@code article_search.terms}. */
public final class SearchQuery {

  // In Unicode's sense: Japanese has a space of its own.
  private static final Pattern UNIT =
      Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)", Pattern.UNICODE_CHARACTER_CLASS);

  private SearchQuery() {}

  /**
   * All the words, in any of their forms; words in double quotes are a phrase.
   *
   * @param tag BCP 47 tag of the words' language; without one they are taken as of every language
   * @return empty if there is no word that articles are found by
   */
  public static Optional<String> of(String words, Optional<String> tag) {
    List<String> units = units(words);
    List<Analyzer> analyzers =
        tag.map(Analyzers::of).map(List::of).orElseGet(() -> Analyzers.all());
    Set<String> queries = new LinkedHashSet<>();
    for (Analyzer analyzer : analyzers) {
      String query =
          units.stream()
              .map(unit -> phrase(analyzer, unit))
              .flatMap(Optional::stream)
              .collect(Collectors.joining(" & "));
      if (!query.isEmpty()) {
        queries.add(query);
      }
    }
    return queries.isEmpty()
        ? Optional.empty()
        : Optional.of(queries.stream().collect(Collectors.joining(" ) | ( ", "( ", " )")));
  }

  private static List<String> units(String words) {
    List<String> units = new ArrayList<>();
    for (Matcher unit = UNIT.matcher(words); unit.find(); ) {
      units.add(Objects.requireNonNullElseGet(unit.group(1), () -> unit.group(2)));
    }
    return units;
  }

  /** The terms of a text, each as far behind the one before it as there. */
  private static Optional<String> phrase(Analyzer analyzer, String text) {
    StringBuilder phrase = new StringBuilder();
    int[] last = {0};
    Terms.of(
        analyzer,
        text,
        (term, position) -> {
          if (!phrase.isEmpty()) {
            phrase.append(" <").append(position - last[0]).append("> ");
          }
          phrase.append(Terms.quoted(term));
          last[0] = position;
          return true;
        });
    return phrase.isEmpty() ? Optional.empty() : Optional.of("(" + phrase + ")");
  }
}
