package newswire.enrich.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Collects a page's claims: JSON-LD, OpenGraph, other meta elements, visible ones. */
final class FactsReader {

  private final Document page;
  private final Landmarks marks;
  private final LinkedData data;

  private FactsReader(Document page, Landmarks marks) {
    this.page = page;
    this.marks = marks;
    this.data = LinkedData.of(marks.linkedData);
  }

  static PageFacts read(Document page, Landmarks marks) {
    FactsReader reader = new FactsReader(page, marks);
    return new PageFacts(
        reader.title(),
        Claims.first(
            reader.data.description(), marks.meta("og:description"), marks.meta("description")),
        new Authors(marks, reader.data, reader.outlet()).read(),
        reader.subjects(),
        PublishedTime.published(marks, reader.data, page.location(), page.title()),
        PublishedTime.modified(marks, reader.data),
        reader.language(),
        reader.canonical(),
        reader.image(),
        reader.freeAccess(),
        reader.data.body());
  }

  private String title() {
    String site = Claims.first(marks.meta("og:site_name"), data.publisher());
    String heading = heading();
    String linked = Headline.withoutOutlet(data.headline(), site, heading);
    String shared = Claims.first(marks.meta("og:title"), marks.meta("twitter:title"));
    return Headline.of(
        heading,
        linked,
        Headline.withoutOutlet(shared, site, Claims.first(heading, linked)),
        Headline.withoutOutlet(CleanText.line(page.title()), site, heading));
  }

  /** The only h1 that is not the outlet's name; empty if there are several. */
  private String heading() {
    Set<String> headings = new LinkedHashSet<>();
    for (Element h1 : marks.headings) {
      String text = CleanText.line(h1.text());
      if (!text.isEmpty() && !Headline.same(text, marks.meta("og:site_name"))) {
        headings.add(text);
      }
    }
    return headings.size() == 1 ? headings.iterator().next() : "";
  }

  /** Names that the outlet goes by, as {@link CleanText#skeleton}. */
  private Set<String> outlet() {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(marks.meta("og:site_name"), data.publisher(), marks.meta("application-name"))
        .map(CleanText::skeleton)
        .forEach(names::add);
    String host = page.location().replaceFirst("^https?://(?:www\\.)?", "").split("[/:?#]", 2)[0];
    names.add(CleanText.skeleton(host));
    names.add(CleanText.skeleton(host.split("\\.", 2)[0]));
    return names;
  }

  private List<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>(data.subjects());
    Stream.of("article:section", "article:tag").flatMap(marks::metas).forEach(subjects::add);
    return List.copyOf(subjects);
  }

  private String language() {
    Element html = page.firstElementChild();
    String lang = html == null ? "" : Claims.first(html.attr("lang"), html.attr("xml:lang"));
    return PageReader.languageTag(
        Claims.first(
            lang, marks.meta("content-language"), data.language(), marks.meta("og:locale")));
  }

  private String canonical() {
    return Claims.first(marks.canonical(), marks.meta("og:url"));
  }

  private String image() {
    String claimed =
        Claims.first(
            marks.meta("og:image:secure_url"),
            marks.meta("og:image"),
            data.image(),
            marks.meta("twitter:image"));
    String address = claimed.isEmpty() ? "" : StringUtil.resolve(page.location(), claimed);
    return address.startsWith("http://") || address.startsWith("https://") ? address : "";
  }

  private Optional<Boolean> freeAccess() {
    return data.freeAccess()
        .or(
            () ->
                switch (marks.meta("article:content_tier").toLowerCase(Locale.ROOT)) {
                  case "free" -> Optional.of(true);
                  case "locked" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }
}
