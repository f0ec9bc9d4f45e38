package newswire.ingest.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A NewsItem of NewsML 1. */
final class NewsMl {

  private NewsMl() {}

  /**
   * @param sent when the envelope says that it was sent
   * @param priority the envelope's, for an item without an urgency
   */
  static WireDraft read(Element item, String sent, String priority) {
    WireDraft draft = new WireDraft();
    Tree.first(item, "newsidentifier").ifPresent(id -> identify(draft, id));
    Tree.child(item, "newsmanagement").ifPresent(m -> manage(draft, m, sent));
    draft.urgency = draft.urgency.isEmpty() ? priority : draft.urgency;
    draft.title = Tree.text(item, "headline");
    draft.slugline = Tree.text(item, "slugline");
    draft.copyright = Tree.text(item, "copyrightline");
    draft.usageTerms =
        Stream.of(Tree.text(item, "rightsline"), Tree.text(item, "usagetype"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    Tree.all(item, "byline").forEach(by -> draft.author(Tree.text(by)));
    draft.language = Tree.attribute(item, "language", "formalname");
    for (Element subject : Tree.all(item, "subject", "subjectmatter", "subjectdetail")) {
      draft.subject(subject.attr("formalname"));
    }
    Tree.all(item, "keywordline").forEach(line -> draft.subject(Tree.text(line)));
    text(draft, item);
    return draft;
  }

  private static void identify(WireDraft draft, Element id) {
    draft.provider = Tree.text(id, "providerid");
    draft.version = Tree.text(id, "revisionid");
    draft.guid =
        String.join(
            ":",
            List.of(
                "urn:newsml",
                draft.provider,
                Tree.text(id, "dateid"),
                Tree.text(id, "newsitemid")));
    if (Tree.text(id, "newsitemid").isEmpty()) {
      // With its revision at the end, which is not part of what the item is called.
      draft.guid = Tree.text(id, "publicidentifier").replaceAll(":\\d+[NUA]?$", "");
    }
  }

  private static void manage(WireDraft draft, Element management, String sent) {
    draft.published = Tree.text(management, "firstcreated");
    draft.updated = Tree.text(management, "thisrevisioncreated");
    draft.sent = draft.updated.isEmpty() ? sent : draft.updated;
    draft.urgency = Tree.attribute(management, "urgency", "formalname");
    String status =
        Tree.child(management, "status").map(s -> s.attr("formalname").strip()).orElse("");
    draft.status(status);
    Tree.all(management, "instruction").forEach(i -> draft.signal(i.attr("formalname")));
    draft.note =
        String.join(
            " ", Tree.all(management, "comment", "instruction").stream().map(Tree::text).toList());
    boolean embargoed = status.toLowerCase(Locale.ROOT).equals("embargoed");
    if (embargoed) {
      draft.embargoed(
          Tree.child(management, "statuswillchange")
              .map(change -> Tree.text(change, "dateandtime"))
              .orElse(""));
    }
  }

  private record Body(String html, int length) {}

  /** Of all that the item holds, the longest running text is the article. */
  private static void text(WireDraft draft, Element item) {
    Optional<Body> longest =
        Tree.all(item, "contentitem").stream()
            .flatMap(content -> body(content).stream())
            .max(Comparator.comparingInt(Body::length));
    draft.content = longest.map(Body::html).orElse("");
    Tree.first(item, "nitf")
        .ifPresent(
            nitf -> {
              WireDraft inner = Nitf.read(nitf);
              draft.title = draft.title.isEmpty() ? inner.title : draft.title;
              draft.summary = inner.summary;
              if (!draft.hasAuthors()) {
                Nitf.bylines(draft, nitf);
              }
            });
  }

  private static Optional<Body> body(Element content) {
    String type = Tree.attribute(content, "mimetype", "formalname").toLowerCase(Locale.ROOT);
    Optional<Element> data = Tree.first(content, "datacontent");
    if (data.isEmpty() || type.contains("css") || type.contains("script")) {
      return Optional.empty();
    }
    String html = html(data.get());
    return Optional.of(new Body(html, Jsoup.parse(html).text().length()));
  }

  private static String html(Element data) {
    Optional<Element> nitf = Tree.first(data, "nitf");
    if (nitf.isPresent()) {
      return Nitf.content(nitf.get());
    }
    Optional<Element> body = Tree.first(data, "body");
    if (body.isPresent() || data.childrenSize() > 0) {
      return Running.html(body.orElse(data));
    }
    String text = data.wholeText().strip();
    return text.startsWith("<") ? text : Running.html(text);
  }
}
