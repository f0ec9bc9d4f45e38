package newswire.ingest.wire;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The running text below an element of NITF or XHTML as plain HTML: blocks and nothing else. */
final class Running implements NodeVisitor {

  private static final Map<String, String> BLOCKS =
      Map.ofEntries(
          Map.entry("p", "p"),
          Map.entry("hl1", "h1"),
          Map.entry("hl2", "h2"),
          Map.entry("h1", "h1"),
          Map.entry("h2", "h2"),
          Map.entry("h3", "h3"),
          Map.entry("h4", "h4"),
          Map.entry("ul", "ul"),
          Map.entry("ol", "ol"),
          Map.entry("dl", "ul"),
          Map.entry("li", "li"),
          Map.entry("dt", "li"),
          Map.entry("dd", "li"),
          Map.entry("bq", "blockquote"),
          Map.entry("blockquote", "blockquote"),
          Map.entry("pre", "pre"),
          Map.entry("block", "div"),
          Map.entry("div", "div"),
          Map.entry("section", "section"),
          Map.entry("nitf-table", "div"),
          Map.entry("table", "table"),
          Map.entry("tr", "tr"),
          Map.entry("td", "td"),
          Map.entry("th", "th"));

  private static final Set<String> NO_TEXT =
      Set.of("media", "style", "script", "figure", "head", "nitf-table-metadata", "object");

  private final StringBuilder html = new StringBuilder();
  private int hidden;

  private Running() {}

  static String html(Element owner) {
    Running running = new Running();
    owner.traverse(running);
    return running.html.toString().strip();
  }

  /** Plain text as HTML where its characters would be taken for markup. */
  static String html(String plain) {
    if (plain.indexOf('<') < 0 && plain.indexOf('&') < 0) {
      return plain;
    }
    StringBuilder html = new StringBuilder();
    plain
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> html.append("<p>").append(Entities.escape(line)).append("</p>"));
    return html.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && hidden == 0) {
      html.append(Entities.escape(text.getWholeText()));
    } else if (node instanceof Element element) {
      String name = Tree.name(element);
      hidden += NO_TEXT.contains(name) ? 1 : 0;
      if (hidden == 0 && depth > 0 && BLOCKS.containsKey(name)) {
        html.append('<').append(BLOCKS.get(name)).append('>');
      } else if (hidden == 0 && name.equals("br")) {
        html.append("<br>");
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = Tree.name(element);
      if (hidden == 0 && depth > 0 && BLOCKS.containsKey(name)) {
        html.append("</").append(BLOCKS.get(name)).append('>');
      }
      hidden -= NO_TEXT.contains(name) ? 1 : 0;
    }
  }
}
