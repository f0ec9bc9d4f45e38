package newswire.ingest.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;

/** The fields of one ninjs object; version 1 wrote them in lower case, later ones in camel case. */
final class NinjsObject {

  private final Map<String, JsonNode> fields = new TreeMap<>();

  NinjsObject(JsonNode object) {
    object
        .properties()
        .forEach(e -> fields.putIfAbsent(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
  }

  /** A string or number, else empty. */
  String text(String name) {
    JsonNode node = fields.get(name);
    return node == null || !node.isValueNode() || node.isNull() ? "" : node.asText().strip();
  }

  /** The first of these that has a text, or is an object with a name. */
  String first(String... names) {
    for (String name : names) {
      JsonNode node = fields.get(name);
      String text =
          node != null && node.isObject() ? new NinjsObject(node).first("name", "uri") : text(name);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** A text, or the main one of several that have roles. */
  String value(String single, String several) {
    String text = text(single);
    if (!text.isEmpty()) {
      return plain(text, "");
    }
    return variants(single, several).stream()
        .min(Comparator.comparing(v -> !v.role().equals("main")))
        .map(v -> plain(v.value(), v.type()))
        .orElse("");
  }

  private static String plain(String text, String type) {
    return type.contains("html") ? Jsoup.parse(text).text() : text;
  }

  /** The summary: what says that it is one, else the first. */
  String markup(String name) {
    return variants(name, name + "s").stream()
        .min(Comparator.comparing(v -> !v.role().contains("summary")))
        .map(Variant::html)
        .orElse("");
  }

  /** Text with markup stands before text without, the longer before the shorter. */
  String content() {
    return variants("body", "bodies").stream()
        .filter(Variant::isText)
        .max(
            Comparator.comparing(Variant::isHtml)
                .thenComparing(v -> v.value().length())
                .thenComparing(Variant::role))
        .map(Variant::html)
        .orElse("");
  }

  /** The names of the objects in these lists. */
  List<String> names(String... lists) {
    List<String> names = new ArrayList<>();
    for (String list : lists) {
      for (JsonNode node : fields.getOrDefault(list, empty())) {
        names.add(node.isObject() ? new NinjsObject(node).text("name") : node.asText());
      }
    }
    return names;
  }

  /** The strings in or of these. */
  List<String> words(String... names) {
    List<String> words = names(names);
    for (String name : names) {
      words.add(text(name));
    }
    return words;
  }

  private static JsonNode empty() {
    return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
  }

  /** {@code body_xhtml} of version 1, and of later ones the members of {@code bodies}. */
  private List<Variant> variants(String single, String several) {
    List<Variant> variants = new ArrayList<>();
    fields.forEach(
        (name, node) -> {
          if (node.isTextual() && (name.equals(single) || name.startsWith(single + "_"))) {
            String role = name.substring(Math.min(name.length(), single.length() + 1));
            variants.add(new Variant(role, "", node.textValue()));
          }
        });
    for (JsonNode node : fields.getOrDefault(several, empty())) {
      NinjsObject object = new NinjsObject(node);
      variants.add(
          new Variant(
              object.text("role").toLowerCase(Locale.ROOT),
              object.text("contenttype").toLowerCase(Locale.ROOT),
              object.text("value")));
    }
    variants.removeIf(variant -> variant.value().isBlank());
    return variants;
  }

  private record Variant(String role, String type, String value) {

    boolean isHtml() {
      return type.contains("html")
          || role.contains("html")
          || type.isEmpty() && value.contains("</p>");
    }

    /** Another XML than HTML is not read as text. */
    boolean isText() {
      return isHtml() || type.isEmpty() || type.startsWith("text/plain");
    }

    String html() {
      if (!isHtml()) {
        return Running.html(value);
      }
      boolean whole = value.contains("<body") || value.contains("<html");
      return whole ? Jsoup.parse(value).body().html() : value;
    }
  }
}
