package newswire.enrich.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import newswire.text.DeclaredUrl;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a page: the elements that make claims or may hold the text, its passages, and
 * how large it is; gathered in one walk.
 */
final class Landmarks implements NodeFilter {

  private static final int MOST_MARKED = 500;

  final List<Element> headings = new ArrayList<>();
  final List<Element> times = new ArrayList<>();
  final List<Element> linkedData = new ArrayList<>();

  /** By {@code rel} or {@code itemprop}. */
  final List<Element> authors = new ArrayList<>();

  /** Not of JSON-LD, and with a body. */
  final List<Element> scripts = new ArrayList<>();

  /** Elements that may hold the text. */
  final Container.Candidates candidates = new Container.Candidates();

  private final List<Element> bylines = new ArrayList<>();
  private final List<Element> dates = new ArrayList<>();
  private final List<Element> earlyBylines = new ArrayList<>();
  private final List<Element> earlyDates = new ArrayList<>();

  private final Map<String, List<String>> metas = new HashMap<>();
  private final Map<String, List<String>> items = new HashMap<>();
  private final int mostNodes;
  private String canonical = "";
  private int nodes;
  private int depth;
  private final Element body;
  private final Passage.Collector passages;
  private boolean inBody;
  private @Nullable Element silent;

  private Landmarks(Element body, int mostNodes) {
    this.body = body;
    this.passages = new Passage.Collector(body);
    this.mostNodes = mostNodes;
  }

  /** Stops after {@code mostNodes}. */
  static Landmarks of(Document page, int mostNodes) {
    Landmarks landmarks = new Landmarks(page.body(), mostNodes);
    page.filter(landmarks);
    return landmarks;
  }

  /** All passages of the body but those in elements that never hold text of an article. */
  List<Passage> passages() {
    return passages.passages();
  }

  int nodes() {
    return nodes;
  }

  int depth() {
    return depth;
  }

  /** By class; those after the first heading if the page has one. */
  List<Element> bylines() {
    return headings.isEmpty() ? earlyBylines : bylines;
  }

  /** By class; those after the first heading if the page has one. */
  List<Element> dates() {
    return headings.isEmpty() ? earlyDates : dates;
  }

  /** The address in {@code rel=canonical}; empty if there is none. */
  String canonical() {
    return canonical;
  }

  /** The first value of a meta element; keys are compared by their letters only. */
  String meta(String key) {
    return metas(key).findFirst().orElse("");
  }

  Stream<String> metas(String key) {
    return metas.getOrDefault(letters(key), List.of()).stream();
  }

  /** Values of all meta elements whose key, letters only, ends so. */
  Stream<String> metasEndingIn(String end) {
    return metas.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(end))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream());
  }

  /** Values of an {@code itemprop} in attributes. */
  Stream<String> items(String property) {
    return items.getOrDefault(property, List.of()).stream();
  }

  @Override
  public FilterResult head(Node node, int at) {
    nodes++;
    depth = Math.max(depth, at);
    if (nodes > mostNodes) {
      return FilterResult.STOP;
    }
    if (node instanceof Element element) {
      boolean named = element.attributesSize() > 0;
      Look look = named ? Looks.of(element) : Look.of(0);
      inBody |= element == body;
      if (inBody) {
        candidates.add(element, named, look);
        if (silent == null && element != body && look.isNever(element)) {
          silent = element;
        }
      }
      gather(element);
      if (named) {
        gatherNamed(element, look);
      }
    }
    if (inBody && silent == null) {
      passages.head(node);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int at) {
    if (node == silent) {
      silent = null;
    } else if (inBody && silent == null) {
      passages.tail(node);
    }
    inBody &= node != body;
    return FilterResult.CONTINUE;
  }

  private void gather(Element element) {
    switch (element.normalName()) {
      case "meta" -> addMeta(element);
      case "link" -> addLink(element);
      case "script" -> {
        if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
          linkedData.add(element);
        } else if (!element.hasAttr("src")) {
          add(element, scripts);
        }
      }
      case "h1" -> headings.add(element);
      case "time" -> add(element, times);
      default -> {}
    }
  }

  private void gatherNamed(Element element, Look look) {
    Attributes attributes = element.attributes();
    String property = attributes.get("itemprop");
    if (!property.isEmpty()) {
      String value = Claims.first(attributes.get("content"), attributes.get("datetime"));
      items.computeIfAbsent(property, any -> new ArrayList<>()).add(value);
    }
    if (property.equals("author") || attributes.get("rel").equals("author")) {
      add(element, authors);
    }
    if (look.has(Look.BYLINE)) {
      add(element, headings.isEmpty() ? earlyBylines : bylines);
    }
    if (look.has(Look.DATE)) {
      add(element, headings.isEmpty() ? earlyDates : dates);
    }
  }

  private static void add(Element element, List<Element> marked) {
    if (marked.size() < MOST_MARKED) {
      marked.add(element);
    }
  }

  private void addMeta(Element meta) {
    String value = CleanText.line(meta.attr("content"));
    if (value.isEmpty()) {
      return;
    }
    for (String name : DeclaredUrl.META_KEYS) {
      String key = letters(meta.attr(name));
      if (!key.isEmpty()) {
        metas.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
      }
    }
  }

  private void addLink(Element link) {
    if (canonical.isEmpty() && DeclaredUrl.isCanonical(link)) {
      canonical = link.absUrl("href");
    }
  }

  private static String letters(String key) {
    StringBuilder letters = new StringBuilder(key.length());
    key.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
