package newswire.ingest.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** A newsItem of NewsML-G2. */
final class NewsItem {

  private final Element item;
  private final WireDraft draft = new WireDraft();

  private NewsItem(Element item) {
    this.item = item;
  }

  /**
   * @param sent when the message around it was sent, if there is one
   */
  static WireDraft read(Element item, String sent) {
    NewsItem reader = new NewsItem(item);
    Tree.child(item, "rightsinfo").ifPresent(reader::rights);
    Tree.child(item, "contentmeta").ifPresent(reader::content);
    Tree.child(item, "itemmeta").ifPresent(meta -> reader.item(meta, sent));
    Tree.child(item, "contentset").ifPresent(reader::text);
    return reader.draft;
  }

  /** The code of its class, such as {@code text}; empty if it has none. */
  static String itemClass(Element item) {
    String code = Tree.child(item, "itemmeta").map(m -> code(m, "itemclass")).orElse("");
    return code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1)
        .toLowerCase(Locale.ROOT);
  }

  static boolean isText(Element item) {
    String itemClass = itemClass(item);
    return itemClass.isEmpty() || itemClass.equals("text") || itemClass.equals("composite");
  }

  private void item(Element meta, String sent) {
    draft.guid = item.attr("guid").strip();
    draft.version = item.attr("version");
    draft.provider = named(meta, "provider");
    draft.sent = Tree.text(meta, "versioncreated");
    draft.sent = draft.sent.isEmpty() ? sent : draft.sent;
    draft.updated = Tree.text(meta, "versioncreated");
    String first = Tree.text(meta, "firstcreated");
    if (draft.published.isEmpty()) {
      draft.published = first.isEmpty() ? draft.sent : first;
    }
    draft.note = notes(meta);
    draft.status(code(meta, "pubstatus"));
    Tree.children(meta, "signal").forEach(signal -> draft.signal(code(signal)));
    Tree.child(meta, "embargoed").ifPresent(until -> draft.embargoed(Tree.text(until)));
  }

  private static String notes(Element meta) {
    return String.join(" ", Tree.children(meta, "ednote").stream().map(Tree::text).toList());
  }

  private void rights(Element rights) {
    draft.copyright =
        Stream.of(Tree.text(rights, "copyrightnotice"), named(rights, "copyrightholder"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    draft.usageTerms =
        String.join(" ", Tree.children(rights, "usageterms").stream().map(Tree::text).toList());
    draft.dataMining = named(rights, "datamining");
  }

  private void content(Element meta) {
    draft.urgency = Tree.text(meta, "urgency");
    draft.slugline = Tree.text(meta, "slugline");
    draft.title = Tree.children(meta, "headline").stream().findFirst().map(Tree::text).orElse("");
    draft.published = Tree.child(meta, "contentcreated").map(Tree::text).orElse("");
    draft.language = Tree.attribute(meta, "language", "tag");
    if (draft.language.isEmpty()) {
      draft.language = item.attr("xml:lang");
    }
    draft.summary =
        Tree.children(meta, "description").stream()
            .min(Comparator.comparing(d -> !d.attr("role").endsWith("summary")))
            .map(Running::html)
            .orElse("");
    for (Element creator : Tree.children(meta, "creator")) {
      draft.author(Tree.children(creator, "name").stream().findFirst().map(Tree::text).orElse(""));
    }
    if (!draft.hasAuthors()) {
      Tree.children(meta, "by").forEach(by -> draft.author(Tree.text(by)));
    }
    for (Element subject : Tree.children(meta, "subject")) {
      draft.subject(Tree.children(subject, "name").stream().findFirst().map(Tree::text).orElse(""));
    }
    Tree.children(meta, "keyword").forEach(keyword -> draft.subject(Tree.text(keyword)));
  }

  /** Text with markup stands before text without. */
  private void text(Element set) {
    for (Element xml : Tree.children(set, "inlinexml")) {
      Optional<Element> nitf = Tree.first(xml, "nitf");
      if (nitf.isPresent()) {
        nitf(nitf.get());
      } else {
        Tree.first(xml, "html").flatMap(html -> Tree.first(html, "body")).ifPresent(this::take);
      }
    }
    for (Element data : Tree.children(set, "inlinedata")) {
      String type = data.attr("contenttype").toLowerCase(Locale.ROOT);
      boolean text = type.isEmpty() || type.startsWith("text/") || type.contains("html");
      if (draft.content.isEmpty() && text && data.attr("encoding").isEmpty()) {
        String given = data.wholeText();
        draft.content = type.contains("html") ? given : Running.html(given);
      }
    }
  }

  private void take(Element body) {
    if (draft.content.isEmpty()) {
      draft.content = Running.html(body);
    }
  }

  private void nitf(Element nitf) {
    WireDraft inner = Nitf.read(nitf);
    draft.content = draft.content.isEmpty() ? inner.content : draft.content;
    draft.title = draft.title.isEmpty() ? inner.title : draft.title;
    draft.summary = draft.summary.isEmpty() ? inner.summary : draft.summary;
    if (!draft.hasAuthors()) {
      Nitf.bylines(draft, nitf);
    }
  }

  private static String named(Element owner, String name) {
    return Tree.children(owner, name).stream()
        .flatMap(e -> Stream.concat(Stream.of(Tree.text(e, "name")), Stream.of(code(e))))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String code(Element owner, String name) {
    return Tree.child(owner, name).map(NewsItem::code).orElse("");
  }

  private static String code(Element element) {
    return List.of("literal", "qcode", "uri").stream()
        .map(attribute -> element.attr(attribute).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElseGet(() -> Tree.text(element));
  }
}
