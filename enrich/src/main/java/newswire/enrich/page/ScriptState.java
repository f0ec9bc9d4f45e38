package newswire.enrich.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The text of a page that shows none before its scripts have run: the longest string in a script
 * that is markup with paragraphs.
 */
final class ScriptState {

  private static final int SHORTEST = 600;
  private static final int LONGEST = 500_000;
  private static final int PARAGRAPHS = 3;
  private static final double LINKS = 0.5;

  private ScriptState() {}

  /** Paragraphs by line. */
  static Optional<String> text(List<Element> scripts) {
    String best = "";
    for (Element script : scripts) {
      best = longest(script.data(), best);
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Element body = Jsoup.parseBodyFragment(unescaped(best)).body();
    String text =
        Passage.in(body, Looks::isNever).stream()
            .filter(passage -> passage.linkShare() < LINKS)
            .map(Passage::text)
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The longest literal of markup in {@code script}, as written, if longer than {@code other}. */
  private static String longest(String script, String other) {
    String best = other;
    int start = script.indexOf('"');
    while (start >= 0) {
      int end = end(script, start + 1);
      int length = end - start - 1;
      if (length > best.length() && length >= SHORTEST && length <= LONGEST) {
        String literal = script.substring(start + 1, end);
        best = isMarkup(literal) ? literal : best;
      }
      start = script.indexOf('"', end + 1);
    }
    return best;
  }

  private static int end(String script, int from) {
    int at = from;
    while (at < script.length() && script.charAt(at) != '"') {
      at += script.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, script.length());
  }

  private static boolean isMarkup(String literal) {
    int paragraphs = 0;
    for (String opening : List.of("<p", "\\u003cp", "\\u003Cp")) {
      int at = literal.indexOf(opening);
      while (at >= 0) {
        paragraphs++;
        at = literal.indexOf(opening, at + opening.length());
      }
    }
    return paragraphs >= PARAGRAPHS;
  }

  private static String unescaped(String literal) {
    StringBuilder plain = new StringBuilder(literal.length());
    int at = 0;
    while (at < literal.length()) {
      char c = literal.charAt(at);
      boolean escape = c == '\\' && at + 1 < literal.length();
      if (!escape) {
        plain.append(c);
        at++;
      } else {
        at = escaped(literal, at + 1, plain);
      }
    }
    return plain.toString();
  }

  /** Where the escape ends. */
  private static int escaped(String literal, int at, StringBuilder plain) {
    char c = literal.charAt(at);
    int end = at + 5;
    if (c == 'u' && end <= literal.length()) {
      String digits = literal.substring(at + 1, end);
      if (digits.matches("[0-9A-Fa-f]{4}")) {
        plain.append((char) Integer.parseInt(digits, 16));
        return end;
      }
    }
    plain.append("ntr".indexOf(c) >= 0 ? ' ' : c);
    return at + 1;
  }
}
