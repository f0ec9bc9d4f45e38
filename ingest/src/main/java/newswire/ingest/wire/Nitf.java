package newswire.ingest.wire;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** NITF 3: a whole document, or its text within an item of NewsML. */
final class Nitf {

  private Nitf() {}

  static WireDraft read(Element nitf) {
    WireDraft draft = new WireDraft();
    Tree.first(nitf, "docdata").ifPresent(data -> data(draft, data));
    draft.language = nitf.attr("xml:lang");
    Tree.first(nitf, "pubdata").ifPresent(data -> published(draft, data));
    Optional<Element> body = Tree.child(nitf, "body");
    body.ifPresent(b -> head(draft, b));
    draft.language =
        draft.language.isBlank() ? body.map(b -> b.attr("xml:lang")).orElse("") : draft.language;
    draft.content = content(nitf);
    draft.title =
        draft.title.isEmpty()
            ? Tree.child(nitf, "head").map(h -> Tree.text(h, "title")).orElse("")
            : draft.title;
    Tree.all(nitf, "tobject.subject").forEach(subject -> subject(draft, subject));
    Tree.all(nitf, "classifier").stream()
        .filter(c -> !c.attr("value").isBlank() && c.attr("type").contains("subject"))
        .forEach(c -> draft.subject(c.attr("value")));
    return draft;
  }

  /** The running text. */
  static String content(Element nitf) {
    return Tree.first(nitf, "body.content").map(Running::html).orElse("");
  }

  private static void data(WireDraft draft, Element data) {
    draft.status(data.attr("management-status"));
    Element empty = new Element("none");
    Element id = Tree.child(data, "doc-id").orElse(empty);
    Element key = Tree.child(data, "du-key").orElse(empty);
    String registry = id.attr("regsrc").strip();
    String number = id.attr("id-string").strip();
    // The dynamic-use key is what stays the same through the updates of a story.
    String stable = key.attr("key").isBlank() ? number : key.attr("key").strip();
    draft.guid = registry.isEmpty() || stable.isEmpty() ? stable : registry + ":" + stable;
    draft.version = key.attr("version").isBlank() ? key.attr("generation") : key.attr("version");
    draft.provider = registry;
    draft.urgency = Tree.attribute(data, "urgency", "ed-urg");
    draft.note = Tree.attribute(data, "ed-msg", "info");
    draft.signal(Tree.attribute(data, "ed-msg", "msg-type"));
    draft.published = Tree.attribute(data, "date.issue", "norm");
    draft.sent = draft.published;
    draft.slugline = Tree.attribute(data, "doc-scope", "scope");
    draft.copyright =
        (Tree.attribute(data, "doc.copyright", "year")
                + " "
                + Tree.attribute(data, "doc.copyright", "holder"))
            .strip();
    draft.usageTerms = Tree.text(data, "doc.rights");
    Tree.all(data, "keyword").forEach(keyword -> draft.subject(keyword.attr("key")));
    boolean embargoed = data.attr("management-status").strip().equalsIgnoreCase("embargoed");
    String release = Tree.attribute(data, "date.release", "norm");
    if (embargoed || !release.isEmpty()) {
      draft.embargoed(release);
    }
  }

  private static void published(WireDraft draft, Element data) {
    draft.provider = draft.provider.isEmpty() ? data.attr("name").strip() : draft.provider;
    draft.published = draft.published.isEmpty() ? data.attr("date.publication") : draft.published;
    draft.sent = draft.sent.isEmpty() ? draft.published : draft.sent;
  }

  private static void head(WireDraft draft, Element body) {
    Optional<Element> head = Tree.child(body, "body.head");
    if (head.isEmpty()) {
      return;
    }
    draft.title = Tree.text(head.get(), "hl1");
    draft.summary = Tree.first(head.get(), "abstract").map(Running::html).orElse("");
    if (draft.copyright.isEmpty()) {
      draft.copyright = Tree.text(head.get(), "rights");
    }
    bylines(draft, head.get());
  }

  /** The people named in a byline, else the byline without their titles. */
  static void bylines(WireDraft draft, Element head) {
    for (Element byline : Tree.all(head, "byline")) {
      if (Tree.first(byline, "person").isPresent()) {
        Tree.all(byline, "person").forEach(person -> draft.author(Tree.text(person)));
      } else {
        Element names = byline.clone();
        Tree.all(names, "byttl").forEach(Element::remove);
        draft.author(Tree.text(names).replaceAll("[,\\s]+$", ""));
      }
    }
  }

  private static void subject(WireDraft draft, Element subject) {
    for (String part : new String[] {"type", "matter", "detail"}) {
      draft.subject(subject.attr("tobject.subject." + part));
    }
  }
}
