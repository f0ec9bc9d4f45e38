package newswire.app.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One article file: {@code Key: value} lines, an empty line, paragraphs with empty lines between.
 */
record ArticleText(String slug, Map<String, String> headers, List<String> paragraphs) {

  private static final Pattern GAP = Pattern.compile("\n\n+");

  private static final Set<String> KEYS =
      Set.of(
          "Title",
          "Summary",
          "Author",
          "Age",
          "Corrected-age",
          "Category",
          "Language",
          "Credit",
          "Canonical",
          "Body-of",
          "Paragraphs");

  static ArticleText parse(String slug, String file) {
    int end = file.indexOf("\n\n");
    String head = end < 0 ? file : file.substring(0, end);
    String body = end < 0 ? "" : file.substring(end).strip();
    Map<String, String> headers = new LinkedHashMap<>();
    head.lines().forEach(line -> read(line, slug, headers));
    List<String> paragraphs = body.isEmpty() ? List.of() : GAP.splitAsStream(body).toList();
    return new ArticleText(slug, headers, paragraphs);
  }

  private static void read(String line, String slug, Map<String, String> headers) {
    int colon = line.indexOf(':');
    if (colon < 0 || !KEYS.contains(line.substring(0, colon))) {
      throw new IllegalStateException("Unknown line in demo article " + slug + ": " + line);
    }
    headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  /** This article with another's body, cut where {@code Paragraphs} says so. */
  ArticleText withBodyOf(ArticleText original) {
    int limit = header("Paragraphs").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    return new ArticleText(slug, headers, original.paragraphs.stream().limit(limit).toList());
  }

  String title() {
    return header("Title").orElse("");
  }

  String summary() {
    return header("Summary").orElse("");
  }

  String category() {
    return header("Category").orElse("");
  }

  Optional<String> author() {
    return header("Author");
  }

  Optional<String> language() {
    return header("Language");
  }

  /** Whom a reprint names as its source. */
  Optional<String> credit() {
    return header("Credit");
  }

  /** The article, as {@code outlet/slug}, that the page declares as its canonical one. */
  Optional<String> canonical() {
    return header("Canonical");
  }

  Optional<String> bodyOf() {
    return header("Body-of");
  }

  /** How long before the epoch it was published. */
  Duration age() {
    return Duration.parse(header("Age").orElseThrow());
  }

  Duration correctedAge() {
    return header("Corrected-age").map(Duration::parse).orElseGet(this::age);
  }

  /** Whether it is a bare gallery: no title, no words. */
  boolean isWordless() {
    return paragraphs.isEmpty();
  }

  String bodyAsHtml() {
    return paragraphs.stream()
        .map(paragraph -> "<p>" + Markup.escape(paragraph) + "</p>\n")
        .collect(Collectors.joining());
  }

  private Optional<String> header(String key) {
    return Optional.ofNullable(headers.get(key)).filter(value -> !value.isEmpty());
  }
}
