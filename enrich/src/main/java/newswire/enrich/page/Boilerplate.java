package newswire.enrich.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Tells which elements of a page are around the article, not of it: by element name, and by the
 * words in class and id, unless that would take away much of the text.
 */
final class Boilerplate {

  /** An element with more than this share of the text is not what its class says. */
  private static final double MUCH = 0.4;

  private static final Pattern DISPLAY_NONE =
      Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);
  private static final Set<String> SELDOM =
      Set.of("aside", "footer", "menu", "figure", "figcaption", "table", "label");

  private final Set<Element> skipped = Collections.newSetFromMap(new IdentityHashMap<>());

  private static boolean isAround(Element element, Look look) {
    if (element.normalName().equals("figure") && element.selectFirst("blockquote") != null) {
      return false;
    }
    if (isInline(element)) {
      return isHidden(element);
    }
    return SELDOM.contains(element.normalName())
        || (element.attributesSize() > 0 && namesItself(element, look));
  }

  /** The elements below {@code container} to leave out. */
  static Boilerplate below(Element container, Weight weight) {
    Boilerplate boilerplate = new Boilerplate();
    Map<String, Integer> lost = new HashMap<>();
    Map<Element, String> around = new IdentityHashMap<>();
    double much = weight.of(container) * MUCH;
    NodeFilter walk =
        (node, depth) -> {
          if (!(node instanceof Element element) || element == container) {
            return NodeFilter.FilterResult.CONTINUE;
          }
          Look look = Looks.of(element);
          if (look.isNever(element)) {
            boilerplate.skipped.add(element);
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
          }
          if (isAround(element, look)) {
            String kind = element.normalName() + " " + element.className();
            lost.merge(kind, weight.of(element), Integer::sum);
            around.put(element, kind);
            // What is kept after all is looked into; what is not may be walked in vain.
          }
          return NodeFilter.FilterResult.CONTINUE;
        };
    container.filter(walk);
    around.forEach(
        (element, kind) -> {
          if (lost.getOrDefault(kind, 0) <= much) {
            boilerplate.skipped.add(element);
          }
        });
    return boilerplate;
  }

  boolean contains(Element element) {
    return skipped.contains(element);
  }

  private static boolean namesItself(Element element, Look look) {
    if (Look.isOuter(element)) {
      return false;
    }
    if (isHidden(element) || element.attr("role").equals("navigation")) {
      return true;
    }
    return look.isAround(element) && !look.isBody(element);
  }

  /** A link or a mark within a sentence: its class says how it looks. */
  private static boolean isInline(Element element) {
    return !element.isBlock()
        && (isWords(element.previousSibling()) && isWords(element.nextSibling()));
  }

  private static boolean isWords(@Nullable Node node) {
    return node instanceof TextNode text && !text.isBlank();
  }

  private static boolean isHidden(Element element) {
    // With a colon among the classes, it is hidden on some screens only.
    boolean named = element.hasClass("hidden") || element.hasClass("is-hidden");
    return (named && element.className().indexOf(':') < 0)
        || element.hasAttr("hidden")
        || DISPLAY_NONE.matcher(element.attr("style")).find();
  }
}
