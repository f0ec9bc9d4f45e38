package newswire.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import newswire.schemas.avro.Enclosure;
import org.jsoup.nodes.Element;

/** The addresses among the fields of a channel or an item. */
final class XmlLinks {

  private final Fields fields;
  private final String baseUrl;

  XmlLinks(Fields fields, String baseUrl) {
    this.fields = fields;
    this.baseUrl = baseUrl;
  }

  void into(Draft draft) {
    page()
        .ifPresent(
            found -> {
              draft.link = found.absolute();
              draft.linkGiven = found.given();
            });
    draft.comments = comments();
    draft.image = image();
    for (Element e : fields.all("enclosure")) {
      enclosure(draft, e, e.hasAttr("url") ? e.attr("url") : e.attr("href"));
    }
    for (Element e : fields.all("link")) {
      if (rel(e).equals("enclosure")) {
        enclosure(draft, e, given(e));
      }
    }
    fields.all("media:content", "media:thumbnail").forEach(e -> enclosure(draft, e, e.attr("url")));
  }

  /** The hub of a channel, and what the channel calls itself. */
  Announcement announced() {
    return Announcement.of(related("hub"), related("self"));
  }

  private List<String> related(String rel) {
    return fields.all("link").stream()
        .filter(e -> Announcement.isRel(e.attr("rel"), rel))
        .map(e -> Links.absolute(e, given(e), baseUrl))
        .toList();
  }

  private record Address(String given, String absolute) {}

  /** The page: FeedBurner's original address, a link to HTML, any link, a guid that is one. */
  private Optional<Address> page() {
    return original()
        .or(this::linked)
        .or(this::permanent)
        .or(() -> address(fields.owner(), fields.owner().attr("rdf:about")));
  }

  private Optional<Address> original() {
    return fields.first("feedburner:origlink").flatMap(e -> address(e, Fields.textOf(e)));
  }

  private Optional<Address> linked() {
    Optional<Address> second = Optional.empty();
    for (Element link : fields.all("link")) {
      if (!rel(link).isEmpty() && !rel(link).equals("alternate")) {
        continue;
      }
      Optional<Address> address = address(link, given(link));
      String type = link.attr("type").toLowerCase(Locale.ROOT);
      if (address.isPresent() && (type.isEmpty() || type.contains("html"))) {
        return address;
      }
      second = second.or(() -> address);
    }
    return second;
  }

  private Optional<Address> permanent() {
    return fields
        .first("guid", "id")
        .filter(e -> !e.attr("ispermalink").equalsIgnoreCase("false"))
        .filter(e -> Links.isHttp(Fields.textOf(e)))
        .flatMap(e -> address(e, Fields.textOf(e)));
  }

  private String comments() {
    Optional<Element> replies =
        fields.all("link").stream().filter(e -> rel(e).equals("replies")).findFirst();
    return fields
        .first("comments")
        .map(e -> Links.absolute(e, Fields.textOf(e), baseUrl))
        .or(() -> replies.map(e -> Links.absolute(e, given(e), baseUrl)))
        .orElse("");
  }

  /** RSS's image, Atom's logo or icon, or the one of podcasts. */
  Image image() {
    Optional<Element> image = fields.first("image").filter(e -> e.childrenSize() > 0);
    if (image.isPresent()) {
      Fields of = Fields.of(image.get());
      String url = of.text("url");
      String address =
          Links.absolute(
              image.get(), url.isEmpty() ? image.get().attr("rdf:resource") : url, baseUrl);
      String link = Links.absolute(image.get(), of.text("link"), baseUrl);
      return new Image(address, of.text("title"), link, of.text("description"));
    }
    return fields.all("itunes:image", "itunes:link", "logo", "icon").stream()
        .filter(e -> rel(e).isEmpty() || rel(e).equals("image"))
        .map(e -> Links.absolute(e, given(e), baseUrl))
        .filter(address -> !address.isEmpty())
        .findFirst()
        .map(address -> new Image(address, "", "", ""))
        .orElse(Image.NONE);
  }

  private void enclosure(Draft draft, Element element, String address) {
    String length = element.hasAttr("length") ? element.attr("length") : element.attr("filesize");
    draft.enclosure(
        Enclosure.newBuilder()
            .setUrl(Links.absolute(element, address, baseUrl))
            .setType(Bounded.text(element.attr("type").strip(), 100))
            .setLength(Links.bytes(length))
            .build());
  }

  private static String rel(Element link) {
    return link.attr("rel").strip().toLowerCase(Locale.ROOT);
  }

  private static String given(Element link) {
    String href = link.attr("href").strip();
    if (!href.isEmpty()) {
      return href;
    }
    String text = Fields.textOf(link);
    return text.isEmpty() ? link.attr("url").strip() : text;
  }

  private Optional<Address> address(Element element, String given) {
    return Optional.of(Links.absolute(element, given, baseUrl))
        .filter(url -> !url.isEmpty())
        .map(url -> new Address(Links.isHttp(given.strip()) ? given.strip() : url, url));
  }
}
