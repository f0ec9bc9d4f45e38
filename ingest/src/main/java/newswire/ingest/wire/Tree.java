package newswire.ingest.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * XML as a tree whose names are local and in lower case. No document type is read and no entity
 * expanded: a text that declares any is refused.
 */
final class Tree {

  private static final int DEEPEST = 512;

  /** Beyond this jsoup flattens, which would hide that there is more. */
  private static final int PARSED_DEPTH = DEEPEST + 8;

  private Tree() {}

  static Element root(String text) throws UnreadableWire {
    int first = Prolog.end(text);
    if (text.substring(0, first).toLowerCase(Locale.ROOT).contains("<!entity")) {
      throw new UnreadableWire("it declares entities, which are not expanded");
    }
    Parser parser =
        Parser.xmlParser()
            .settings(ParseSettings.htmlDefault)
            .setMaxDepth(PARSED_DEPTH)
            .setTrackPosition(true);
    Document document = parser.parseInput(text, "");
    if (tooDeep(document)) {
      throw new UnreadableWire("its elements are nested more than " + DEEPEST + " deep");
    }
    return document.children().stream()
        .findFirst()
        .orElseThrow(() -> new UnreadableWire("it has no element"));
  }

  private static boolean tooDeep(Document document) {
    Depth depth = new Depth();
    document.filter(depth);
    return depth.exceeded;
  }

  private static final class Depth implements NodeFilter {
    private boolean exceeded;

    @Override
    public FilterResult head(Node node, int depth) {
      exceeded |= depth > DEEPEST;
      return exceeded ? FilterResult.STOP : FilterResult.CONTINUE;
    }
  }

  static String name(Element element) {
    return element.tag().localName();
  }

  /** All elements of these names below {@code owner}, in document order. */
  static List<Element> all(Element owner, String... names) {
    Set<String> wanted = Set.of(names);
    return below(owner, element -> wanted.contains(name(element)));
  }

  private static List<Element> below(Element owner, Predicate<Element> wanted) {
    List<Element> found = new ArrayList<>();
    owner.traverse(
        (node, depth) -> {
          if (depth > 0 && node instanceof Element element && wanted.test(element)) {
            found.add(element);
          }
        });
    return found;
  }

  static Optional<Element> first(Element owner, String... names) {
    return all(owner, names).stream().findFirst();
  }

  /** The children of this name. */
  static List<Element> children(Element owner, String name) {
    return owner.children().stream().filter(child -> name(child).equals(name)).toList();
  }

  static Optional<Element> child(Element owner, String name) {
    return children(owner, name).stream().findFirst();
  }

  /** The text of the first such element that has any, else empty. */
  static String text(Element owner, String... names) {
    return all(owner, names).stream()
        .map(Tree::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  static String text(Element element) {
    return element.wholeText().replaceAll("\\s+", " ").strip();
  }

  /** An attribute of the first such element that has it, else empty. */
  static String attribute(Element owner, String name, String attribute) {
    return all(owner, name).stream()
        .map(element -> element.attr(attribute).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
