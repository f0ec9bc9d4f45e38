package newswire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The fields of an item or channel by name. Where a tag was not closed, the fields that it has
 * swallowed are still found.
 */
final class Fields {

  /** Fields that hold nothing but text, so that a field within one is a sibling left open. */
  private static final Set<String> TEXT_ONLY =
      Set.of(
          "title",
          "link",
          "guid",
          "id",
          "pubdate",
          "category",
          "dc:creator",
          "dc:date",
          "published",
          "updated",
          "dc:subject",
          "language");

  private static final Set<String> FIELDS =
      Stream.concat(
              TEXT_ONLY.stream(),
              Stream.of("description", "summary", "content", "content:encoded", "author"))
          .collect(Collectors.toUnmodifiableSet());

  /** Elements that hold fields of their owner. */
  private static final Set<String> HOLDERS =
      Set.of("media:group", "media:content", "itunes:category");

  /** What may stand in a holder. */
  private static final Set<String> NESTED =
      Set.of(
          "media:content",
          "media:thumbnail",
          "media:title",
          "media:description",
          "media:keywords",
          "itunes:category");

  static final Set<String> ITEMS = Set.of("item", "entry");

  private final Element owner;
  private final Map<String, List<Element>> byName = new LinkedHashMap<>();
  private final List<Element> inOrder = new ArrayList<>();

  private Fields(Element owner) {
    this.owner = owner;
  }

  static Fields of(Element owner) {
    Fields fields = new Fields(owner);
    owner.filter(fields::visit);
    return fields;
  }

  private NodeFilter.FilterResult visit(Node node, int depth) {
    if (depth == 0) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    String name = Names.of(element);
    if (ITEMS.contains(name)) {
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    if (depth == 1 || FIELDS.contains(name) || NESTED.contains(name)) {
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(element);
      inOrder.add(element);
    }
    return TEXT_ONLY.contains(name) || HOLDERS.contains(name)
        ? NodeFilter.FilterResult.CONTINUE
        : NodeFilter.FilterResult.SKIP_ENTIRELY;
  }

  /** The element whose fields these are. */
  Element owner() {
    return owner;
  }

  /** All fields of these names, in the order of the names. */
  List<Element> all(String... names) {
    List<Element> all = new ArrayList<>();
    for (String name : names) {
      all.addAll(byName.getOrDefault(name, List.of()));
    }
    return all;
  }

  /** All fields of these names, in the order of the feed. */
  List<Element> inOrder(Set<String> names) {
    return inOrder.stream().filter(field -> names.contains(Names.of(field))).toList();
  }

  /** The first of these names that is there. */
  Optional<Element> first(String... names) {
    return all(names).stream().findFirst();
  }

  /** The text of the first of these names that has any, spaces normalised. */
  String text(String... names) {
    return all(names).stream()
        .map(Fields::textOf)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** As {@link #text}, but of several with one name the last. */
  String lastText(String... names) {
    for (String name : names) {
      String last = "";
      for (Element field : byName.getOrDefault(name, List.of())) {
        String text = textOf(field);
        last = text.isEmpty() ? last : text;
      }
      if (!last.isEmpty()) {
        return last;
      }
    }
    return "";
  }

  /** The tag of language in force at an element; empty if there is none. */
  static String language(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e.hasAttr("xml:lang")) {
        return e.attr("xml:lang").strip().replace('_', '-');
      }
    }
    return "";
  }

  /** The text of a field, without that of fields it has swallowed; stripped. */
  static String textOf(Element field) {
    StringBuilder text = new StringBuilder();
    field.filter(
        (node, depth) -> {
          if (depth > 0 && node instanceof Element e && isField(e)) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
          }
          if (node instanceof TextNode t) {
            text.append(t.getWholeText());
          }
          return NodeFilter.FilterResult.CONTINUE;
        });
    return text.toString().strip();
  }

  /** Whether it is a field of a feed, so that it is not markup of the field around it. */
  static boolean isField(Element element) {
    String name = Names.of(element);
    return FIELDS.contains(name) || ITEMS.contains(name);
  }
}
