package newswire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** RSS of every version and Atom, read with one set of rules: publishers mix them anyway. */
final class XmlFeed {

  private static final int DEEPEST = 512;

  /** Beyond this jsoup flattens, which would hide that there is more. */
  private static final int PARSED_DEPTH = DEEPEST + 8;

  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:rdf", "rdf", "channel");

  private final String baseUrl;
  private final List<Element> items = new ArrayList<>();
  private Optional<Element> root = Optional.empty();
  private Optional<Element> channel = Optional.empty();
  private boolean isHtml;
  private boolean isTooDeep;

  private XmlFeed(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  static ParsedFeed read(String text, String baseUrl) throws UnreadableFeed {
    // Lower case: the difference means nothing to any feed, and is often got wrong.
    Parser parser =
        Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(PARSED_DEPTH);
    Document document = parser.parseInput(text, baseUrl);
    document.outputSettings().prettyPrint(false);
    XmlFeed feed = new XmlFeed(baseUrl);
    document.filter(feed::visit);
    return feed.read();
  }

  private NodeFilter.FilterResult visit(Node node, int depth) {
    if (depth > DEEPEST) {
      isTooDeep = true;
      return NodeFilter.FilterResult.STOP;
    }
    if (!(node instanceof Element element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    String name = Names.of(element);
    if (Fields.ITEMS.contains(name)) {
      items.add(element);
    } else if (root.isEmpty() && (name.equals("html") || name.equals("xhtml:html"))) {
      isHtml = true;
      return NodeFilter.FilterResult.STOP;
    } else if (ROOTS.contains(name)) {
      root = root.or(() -> Optional.of(element));
      if (name.equals("channel") && channel.isEmpty()) {
        channel = Optional.of(element);
      }
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private ParsedFeed read() throws UnreadableFeed {
    if (isTooDeep) {
      throw new UnreadableFeed("its elements are nested more than " + DEEPEST + " deep");
    }
    if (isHtml) {
      throw new UnreadableFeed("it is an HTML page, not a feed");
    }
    if (root.isEmpty()) {
      throw new UnreadableFeed("it has no feed element (rss, rdf or feed)");
    }
    Fields fields = Fields.of(channel.orElse(root.get()));
    Draft about = XmlDraft.channel(fields, baseUrl);
    if (about.image.isEmpty()) {
      // In RDF, the picture stands beside its channel.
      about.image = new XmlLinks(Fields.of(root.get()), baseUrl).image();
    }
    return new ParsedFeed(about, entries(about.language));
  }

  private List<Draft> entries(String language) {
    List<Draft> entries = new ArrayList<>();
    for (Element item : items) {
      if (entries.size() == Feed.MOST_ENTRIES) {
        break;
      }
      entries.add(XmlDraft.item(Fields.of(item), baseUrl, language));
    }
    return entries;
  }
}
