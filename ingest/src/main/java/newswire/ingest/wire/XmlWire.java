package newswire.ingest.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newswire.text.DecodedText;
import org.jsoup.nodes.Element;

/** A file of XML: one item, or a message that holds several. */
final class XmlWire {

  private static final Set<String> ROOTS =
      Set.of(
          "nitf",
          "newsml",
          "newsitem",
          "newsmessage",
          "packageitem",
          "conceptitem",
          "knowledgeitem",
          "planningitem",
          "catalogitem");

  private final DecodedText text;
  private final byte[] body;
  private final Instant now;

  private XmlWire(DecodedText text, byte[] body, Instant now) {
    this.text = text;
    this.body = body;
    this.now = now;
  }

  static boolean recognises(String start) {
    return ROOTS.contains(Prolog.root(start));
  }

  static List<WirePart> read(byte[] body, DecodedText text, Instant now) throws UnreadableWire {
    return new XmlWire(text, body, now).parts(Tree.root(text.text()));
  }

  private List<WirePart> parts(Element root) throws UnreadableWire {
    return switch (Tree.name(root)) {
      case "nitf" -> List.of(part(Nitf.read(root), root, 1));
      case "newsml" -> newsml(root);
      case "newsmessage" -> message(root);
      case "newsitem",
          "packageitem",
          "conceptitem",
          "knowledgeitem",
          "planningitem",
          "catalogitem" ->
          List.of(item(root, "", 1));
      default -> throw new UnreadableWire("it is neither NITF nor NewsML");
    };
  }

  private List<WirePart> newsml(Element root) throws UnreadableWire {
    List<Element> items = Tree.children(root, "newsitem");
    String sent = Tree.child(root, "newsenvelope").map(e -> Tree.text(e, "dateandtime")).orElse("");
    String priority =
        Tree.child(root, "newsenvelope")
            .map(e -> Tree.attribute(e, "priority", "formalname"))
            .orElse("");
    List<WirePart> parts = new ArrayList<>();
    for (Element item : items) {
      parts.add(part(NewsMl.read(item, sent, priority), item, items.size()));
    }
    return nonEmpty(parts);
  }

  private List<WirePart> message(Element root) throws UnreadableWire {
    String sent = Tree.child(root, "header").map(e -> Tree.text(e, "sent")).orElse("");
    List<Element> items = new ArrayList<>();
    Tree.children(root, "itemset").forEach(set -> items.addAll(set.children()));
    List<WirePart> parts = new ArrayList<>();
    for (Element item : items) {
      parts.add(item(item, sent, items.size()));
    }
    return nonEmpty(parts);
  }

  private static List<WirePart> nonEmpty(List<WirePart> parts) throws UnreadableWire {
    if (parts.isEmpty()) {
      throw new UnreadableWire("it holds no item");
    }
    return parts;
  }

  private WirePart item(Element item, String sent, int count) {
    String name = Tree.name(item);
    if (!name.equals("newsitem")) {
      return other(item, "a " + name + ", not a news item", count);
    }
    WireDraft draft = NewsItem.read(item, sent);
    if (draft.content.isBlank() && !draft.isOrder() && !NewsItem.isText(item)) {
      return other(item, "an item of class " + NewsItem.itemClass(item) + " without text", count);
    }
    return part(draft, item, count);
  }

  /** One item at fault does not stop the others of its message. */
  private WirePart part(WireDraft draft, Element item, int count) {
    try {
      byte[] bytes = bytes(item, count);
      String charset = count == 1 ? text.charset().name() : StandardCharsets.UTF_8.name();
      return new WirePart.Item(draft.article(bytes, "application/xml;charset=" + charset, now));
    } catch (UnreadableWire e) {
      return other(item, String.valueOf(e.getMessage()), count);
    }
  }

  private WirePart other(Element item, String what, int count) {
    return new WirePart.Other(what, bytes(item, count));
  }

  /** The file, or the item's own stretch of it. */
  private byte[] bytes(Element item, int count) {
    if (count == 1) {
      return body;
    }
    int start = item.sourceRange().startPos();
    int end = item.endSourceRange().endPos();
    boolean known = start >= 0 && end > start && end <= text.text().length();
    String slice = known ? text.text().substring(start, end) : item.outerHtml();
    return slice.getBytes(StandardCharsets.UTF_8);
  }
}
