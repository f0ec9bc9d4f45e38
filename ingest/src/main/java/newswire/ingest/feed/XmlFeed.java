package newswire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.avro.FeedEntry;
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

  static Feed read(String text, String baseUrl) throws UnreadableFeed {
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

  private Feed read() throws UnreadableFeed {
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
    String language = language(fields).orElse("");
    return new Feed(
        fields.first("title", "dc:title").map(Markup::plain).orElse(""),
        link(fields),
        language,
        entries(language));
  }

  private List<FeedEntry> entries(String language) {
    List<FeedEntry> entries = new ArrayList<>();
    for (Element item : items) {
      if (entries.size() == Feed.MOST_ENTRIES) {
        break;
      }
      EntryDraft draft = draft(Fields.of(item), language);
      if (!draft.isEmpty()) {
        entries.add(draft.entry());
      }
    }
    return entries;
  }

  private EntryDraft draft(Fields item, String language) {
    EntryDraft draft = new EntryDraft();
    draft.title = item.first("title", "dc:title", "media:title").map(Markup::plain).orElse("");
    draft.guid = item.text("guid", "id", "dc:identifier");
    draft.link = link(item);
    if (draft.guid.isEmpty()) {
      draft.guid = item.owner().attr("rdf:about").strip();
    }
    draft.summary =
        item.first("summary", "description", "dc:description", "dcterms:abstract", "itunes:summary")
            .map(e -> Markup.asGiven(e, EntryDraft.LONGEST_SUMMARY))
            .orElse("");
    draft.content =
        item.first("content:encoded", "content", "xhtml:body", "body", "fullitem")
            // Where both stand, the description is the whole.
            .or(() -> item.first("description").filter(e -> item.first("summary").isPresent()))
            .map(e -> Markup.asGiven(e, EntryDraft.LONGEST_CONTENT))
            .orElse("");
    draft.published =
        item.text("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created");
    draft.updated = item.text("updated", "modified", "dcterms:modified");
    draft.language = language(item).orElse(language);
    item.all("author", "dc:creator", "itunes:author").forEach(e -> draft.author(author(e)));
    item.all("category", "dc:subject").forEach(e -> draft.category(category(e)));
    return draft;
  }

  private static String author(Element element) {
    for (Element child : element.children()) {
      if (child.tag().localName().equals("name")) {
        return Fields.textOf(child);
      }
    }
    return element.childrenSize() == 0 ? AuthorText.name(Fields.textOf(element)) : "";
  }

  private static String category(Element element) {
    String text = Fields.textOf(element);
    if (!text.isEmpty()) {
      return text;
    }
    return element.hasAttr("label") ? element.attr("label") : element.attr("term");
  }

  private static Optional<String> language(Fields fields) {
    String told = fields.text("language", "dc:language");
    String tag = told;
    for (Element e = fields.owner(); tag.isEmpty() && e != null; e = e.parent()) {
      tag = e.attr("xml:lang").strip();
    }
    return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
  }

  /** The page: FeedBurner's original address, a link to HTML, any link, a guid that is one. */
  private String link(Fields fields) {
    return original(fields)
        .or(() -> linked(fields))
        .or(() -> permanent(fields))
        .or(() -> address(fields.owner(), fields.owner().attr("rdf:about")))
        .orElse("");
  }

  private Optional<String> original(Fields fields) {
    return fields.first("feedburner:origlink").flatMap(e -> address(e, Fields.textOf(e)));
  }

  private Optional<String> linked(Fields fields) {
    Optional<String> second = Optional.empty();
    for (Element link : fields.all("link")) {
      String rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
      if (!rel.isEmpty() && !rel.equals("alternate")) {
        continue;
      }
      String given = link.hasAttr("href") ? link.attr("href") : Fields.textOf(link);
      Optional<String> address = address(link, given);
      String type = link.attr("type").toLowerCase(Locale.ROOT);
      if (address.isPresent() && (type.isEmpty() || type.contains("html"))) {
        return address;
      }
      second = second.or(() -> address);
    }
    return second;
  }

  private Optional<String> permanent(Fields fields) {
    return fields
        .first("guid", "id")
        .filter(e -> !e.attr("ispermalink").equalsIgnoreCase("false"))
        .filter(e -> Links.isHttp(Fields.textOf(e)))
        .flatMap(e -> address(e, Fields.textOf(e)));
  }

  private Optional<String> address(Element element, String given) {
    return Optional.of(Links.absolute(element, given, baseUrl)).filter(url -> !url.isEmpty());
  }
}
