package newswire.ingest.feed;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What the fields of a channel or an item say; publishers mix the vocabularies anyway. */
final class XmlDraft {

  private static final Set<String> TAGS =
      Set.of(
          "category",
          "tags",
          "keywords",
          "dc:subject",
          "dcterms:subject",
          "itunes:category",
          "itunes:keywords",
          "media:category",
          "media:keywords");
  private static final Set<String> LISTS =
      Set.of("tags", "keywords", "itunes:keywords", "media:keywords");
  private static final String[] CONTENTS = {
    "content:encoded", "content", "xhtml:body", "body", "xhtml:div", "fullitem"
  };

  private final Fields fields;
  private final XmlLinks links;
  private final Draft draft = new Draft();

  private XmlDraft(Fields fields, String baseUrl) {
    this.fields = fields;
    this.links = new XmlLinks(fields, baseUrl);
  }

  /** Of a channel. */
  static Draft channel(Fields fields, String baseUrl) {
    XmlDraft reading = new XmlDraft(fields, baseUrl);
    Draft draft = reading.read();
    draft.subtitle =
        reading.text("subtitle", "tagline", "description", "dc:description", "itunes:subtitle");
    draft.summary = reading.text("summary", "itunes:summary");
    draft.announced = reading.links.announced();
    if (draft.language.isEmpty()) {
      draft.language = Fields.language(fields.owner());
    }
    return draft;
  }

  /** Of an item in a feed of this language. */
  static Draft item(Fields fields, String baseUrl, String language) {
    XmlDraft reading = new XmlDraft(fields, baseUrl);
    Draft draft = reading.read();
    reading.texts();
    draft.subtitle = reading.text("subtitle", "itunes:subtitle");
    if (draft.language.isEmpty()) {
      String inForce = Fields.language(fields.owner());
      draft.language = inForce.isEmpty() ? language : inForce;
    }
    return draft;
  }

  private Draft read() {
    draft.title = text("title", "dc:title", "dcterms:title", "media:title");
    draft.guid = fields.text("guid", "id", "dc:identifier", "dcterms:identifier");
    if (draft.guid.isEmpty()) {
      draft.guid = fields.owner().attr("rdf:about").strip();
    }
    draft.rights = text("rights", "copyright", "dc:rights", "dcterms:rights", "media:copyright");
    draft.generator = generator();
    draft.language = fields.text("language", "dc:language", "dcterms:language").replace('_', '-');
    times();
    links.into(draft);
    people();
    fields.inOrder(TAGS).forEach(this::tag);
    return draft;
  }

  private void texts() {
    draft.summary =
        text(
            "summary",
            "description",
            "dc:description",
            "dcterms:description",
            "dcterms:abstract",
            "itunes:summary",
            "media:description");
    fields.all(CONTENTS).stream()
        .map(e -> Markup.of(e, Draft.LONGEST_CONTENT))
        .forEach(draft::content);
    if (draft.contents().isEmpty() && fields.first("summary").isPresent()) {
      // Where both stand, the description is the whole.
      fields
          .first("description")
          .ifPresent(e -> draft.content(Markup.of(e, Draft.LONGEST_CONTENT)));
    }
  }

  private void times() {
    draft.published = fields.text("pubdate", "published", "issued", "dcterms:issued");
    draft.updated = fields.lastText("updated", "modified", "dcterms:modified", "lastbuilddate");
    draft.created = fields.text("created", "dcterms:created");
    draft.dated = fields.text("dc:date", "dcterms:date");
  }

  /** The first of these that has any text. */
  private TextValue text(String... names) {
    return fields.all(names).stream()
        .map(e -> Markup.of(e, Draft.LONGEST_SUMMARY))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(TextValue.NONE);
  }

  private String generator() {
    return fields
        .first("generator")
        .map(Fields::textOf)
        .filter(text -> !text.isEmpty())
        .or(() -> fields.first("admin:generatoragent").map(e -> e.attr("rdf:resource")))
        .map(text -> Bounded.text(text.strip(), Draft.LONGEST_SUMMARY))
        .orElse("");
  }

  private void people() {
    Stream.of("author", "managingeditor", "dc:creator", "dc:author", "dcterms:creator")
        .flatMap(name -> fields.all(name).stream())
        .forEach(e -> draft.author(person(e)));
    if (draft.authors().isEmpty()) {
      fields.all("itunes:author", "media:credit").forEach(e -> draft.author(person(e)));
    }
  }

  private static Person person(Element element) {
    if (element.childrenSize() == 0) {
      return AuthorText.person(Fields.textOf(element));
    }
    String name = child(element, "name").orElse("");
    return new Person(name, child(element, "email").orElse(""));
  }

  private static Optional<String> child(Element element, String name) {
    return element.children().stream()
        .filter(child -> child.tag().localName().equals(name))
        .map(Fields::textOf)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private void tag(Element element) {
    String text = Fields.textOf(element);
    if (LISTS.contains(Names.of(element))) {
      draft.tags(text);
      return;
    }
    String term =
        Stream.of(element.attr("term"), element.attr("text"), text)
            .map(String::strip)
            .filter(t -> !t.isEmpty())
            .findFirst()
            .orElse("");
    String scheme = element.hasAttr("scheme") ? element.attr("scheme") : element.attr("domain");
    draft.tag(new Tag(term, scheme.strip(), element.attr("label").strip()));
  }
}
