package newswire.enrich.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The article among a page's JSON-LD blocks, sloppy JSON included. */
final class LinkedData {

  private static final int DEEPEST = 8;
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]{0,500}>");
  private static final Pattern PARAGRAPH_END =
      Pattern.compile("(?i)</p>|</h[1-6]>|</li>|</div>|<br\\s*/?>\\s*<br\\s*/?>");
  private static final Pattern OPENING = Pattern.compile("^\\s*(?://)?\\s*(?:<!--|<!\\[CDATA\\[)");
  private static final Pattern CLOSING = Pattern.compile("(?://)?\\s*(?:-->|]]>)\\s*;?\\s*$");

  /** The closing of a wrapping lies within so many of the last UTF-16 units. */
  private static final int CLOSING_WITHIN = 40;

  private static final List<String> WITHIN =
      List.of("@graph", "mainEntity", "mainEntityOfPage", "@reverse", "subjectOf");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private final JsonNode article;
  private final Map<String, JsonNode> named;

  private LinkedData(JsonNode article, Map<String, JsonNode> named) {
    this.article = article;
    this.named = named;
  }

  /** The article that says most; one without any claim if the page has none. */
  static LinkedData of(List<Element> scripts) {
    List<JsonNode> articles = new ArrayList<>();
    Map<String, JsonNode> named = new HashMap<>();
    for (Element script : scripts) {
      parse(script.data()).ifPresent(node -> collect(node, 0, articles, named));
    }
    JsonNode best = MissingNode.getInstance();
    int most = 0;
    for (JsonNode candidate : articles) {
      int claims = claims(candidate);
      if (claims > most) {
        best = candidate;
        most = claims;
      }
    }
    return new LinkedData(best, named);
  }

  String headline() {
    return text("headline");
  }

  String description() {
    return text("description");
  }

  String published() {
    return text("datePublished");
  }

  String modified() {
    return text("dateModified");
  }

  /** Name of the outlet. */
  String publisher() {
    return nameOf(article.path("publisher"));
  }

  String image() {
    JsonNode image = article.path("image");
    JsonNode first = image.isArray() ? image.path(0) : image;
    String address = string(first, "url");
    return string(first).isEmpty() ? address : string(first);
  }

  Optional<Boolean> freeAccess() {
    return switch (article.path("isAccessibleForFree").asText("").toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  String language() {
    String simple = text("inLanguage");
    return simple.isEmpty() ? string(article.path("inLanguage").path("alternateName")) : simple;
  }

  /** The whole text, paragraphs by line, markup dropped. */
  String body() {
    JsonNode node = article.path("articleBody");
    if (!node.isTextual()) {
      return "";
    }
    String broken = PARAGRAPH_END.matcher(node.textValue()).replaceAll("\n");
    return CleanText.lines(plain(broken));
  }

  List<String> authors() {
    Set<String> names = new LinkedHashSet<>();
    names(article.path("author"), names);
    return List.copyOf(names);
  }

  /** Sections and keywords. */
  List<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>();
    for (String field : List.of("articleSection", "keywords")) {
      JsonNode node = article.path(field);
      for (JsonNode each : node.isArray() ? node : List.of(node)) {
        for (String part : string(each).split("[,،，]", -1)) {
          String subject = CleanText.line(plain(part));
          if (!subject.isEmpty()) {
            subjects.add(subject);
          }
        }
      }
    }
    return List.copyOf(subjects);
  }

  private void names(JsonNode node, Set<String> names) {
    if (node.isArray()) {
      node.forEach(each -> names(each, names));
      return;
    }
    if (node.path("name").isArray()) {
      names(node.path("name"), names);
      return;
    }
    String name = nameOf(node);
    if (!name.isEmpty() && !name.startsWith("http")) {
      names.add(name);
    }
  }

  /** Of a person or organisation: given, put together, or given elsewhere under the same id. */
  private String nameOf(JsonNode node) {
    if (!node.isObject()) {
      return CleanText.line(plain(string(node)));
    }
    String parts = string(node, "givenName") + " " + string(node, "familyName");
    String name = Claims.first(string(node, "name"), parts);
    JsonNode other = named.get(string(node, "@id"));
    String given = name.isBlank() && other != null ? string(other, "name") : name;
    return CleanText.line(plain(given));
  }

  private String text(String field) {
    JsonNode node = article.path(field);
    return CleanText.line(plain(string(node.isArray() ? node.path(0) : node)));
  }

  private static String string(JsonNode node) {
    return node.isTextual() ? node.textValue() : string(node, "@value");
  }

  private static String string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue() : "";
  }

  private static String plain(String text) {
    String bare = text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ");
    return bare.indexOf('&') < 0 ? bare : Parser.unescapeEntities(bare, false);
  }

  private static Optional<JsonNode> parse(String script) {
    try {
      return Optional.ofNullable(JSON.readTree(unwrapped(script)));
    } catch (JsonProcessingException e) {
      // Pages carry broken blocks beside sound ones; the other dialects say the same.
      return Optional.empty();
    }
  }

  /** Without the comment or CDATA section that hides a script from old browsers. */
  private static String unwrapped(String script) {
    String opened = OPENING.matcher(script).replaceFirst("").stripTrailing();
    int tail = Math.max(0, opened.length() - CLOSING_WITHIN);
    return opened.substring(0, tail) + CLOSING.matcher(opened.substring(tail)).replaceFirst("");
  }

  private static void collect(
      JsonNode node, int depth, List<JsonNode> articles, Map<String, JsonNode> named) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(each -> collect(each, depth + 1, articles, named));
    } else if (node.isObject()) {
      if (isArticle(node.path("@type"))) {
        articles.add(node);
      }
      if (node.has("@id") && node.has("name")) {
        named.putIfAbsent(node.path("@id").asText(), node);
      }
      for (String field : WITHIN) {
        if (node.has(field)) {
          collect(node.path(field), depth + 1, articles, named);
        }
      }
    }
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (isArticle(each)) {
          return true;
        }
      }
      return false;
    }
    String name = type.asText("");
    return name.endsWith("Article")
        || name.endsWith("BlogPosting")
        || name.equals("Report")
        || name.equals("ClaimReview");
  }

  private static int claims(JsonNode article) {
    int claims = 1;
    for (String field : List.of("headline", "datePublished", "author", "description")) {
      claims += article.has(field) ? 2 : 0;
    }
    return claims + (article.has("articleBody") ? 1 : 0);
  }
}
