package newswire.enrich.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import newswire.schemas.avro.Precision;
import newswire.text.ClaimedTime;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Collects a page's claims: JSON-LD first, then OpenGraph, other meta elements, visible ones. */
final class FactsReader {

  private static final int LONGEST_NAME = 120;
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "og:published_time",
          "datePublished",
          "parsely-pub-date",
          "sailthru.date",
          "cXenseParse:recs:publishtime",
          "dcterms.created",
          "dcterms.date",
          "DC.date.issued",
          "dc.date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publication_date",
          "date");
  private static final List<String> AUTHORS =
      List.of("author", "article:author", "parsely-author", "sailthru.author", "dc.creator");

  private final Document page;
  private final LinkedData data;
  private final Map<String, List<String>> metas;

  private FactsReader(Document page) {
    this.page = page;
    this.data = LinkedData.of(page);
    this.metas = metas(page);
  }

  static PageFacts read(Document page) {
    FactsReader reader = new FactsReader(page);
    return new PageFacts(
        reader.title(),
        first(reader.data.description(), reader.meta("og:description"), reader.meta("description")),
        reader.authors(),
        reader.subjects(),
        reader.published(),
        reader.language(),
        reader.canonical(),
        reader.data.body());
  }

  private String title() {
    String site = meta("og:site_name");
    String heading = heading();
    String claimed = first(data.headline(), meta("og:title"), meta("twitter:title"));
    // A headline cut for a search engine is the beginning of the one that is shown.
    if (heading.length() > claimed.length() && Headline.begins(heading, claimed)) {
      return heading;
    }
    String title = claimed.isEmpty() ? CleanText.line(page.title()) : claimed;
    String bare = Headline.withoutOutlet(title, site, heading);
    return bare.isEmpty() ? heading : bare;
  }

  /** The only h1 that is not the outlet's name; empty if there are several. */
  private String heading() {
    Set<String> headings = new LinkedHashSet<>();
    for (Element h1 : page.select("h1")) {
      String text = CleanText.line(h1.text());
      if (!text.isEmpty() && !Headline.same(text, meta("og:site_name"))) {
        headings.add(text);
      }
    }
    return headings.size() == 1 ? headings.iterator().next() : "";
  }

  private List<String> authors() {
    List<String> claimed = data.authors();
    if (!claimed.isEmpty()) {
      return claimed;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String key : AUTHORS) {
      for (String value : metas(key).toList()) {
        addName(value, names);
      }
      if (!names.isEmpty()) {
        return List.copyOf(names);
      }
    }
    for (Element element : page.select("[itemprop=author], a[rel=author]")) {
      Element name = element.selectFirst("[itemprop=name]");
      addName(CleanText.line((name == null ? element : name).text()), names);
    }
    return List.copyOf(names);
  }

  private static void addName(String name, Set<String> names) {
    if (!name.isEmpty() && name.length() <= LONGEST_NAME && !name.startsWith("http")) {
      names.add(name);
    }
  }

  private List<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>(data.subjects());
    Stream.of("article:section", "article:tag").flatMap(this::metas).forEach(subjects::add);
    return List.copyOf(subjects);
  }

  private Optional<ClaimedTime> published() {
    Stream<String> times =
        page.select("time[pubdate][datetime], article time[datetime], time[datetime]").stream()
            .map(time -> time.attr("datetime"));
    Stream<String> properties =
        page.select("[itemprop=datePublished]").stream()
            .map(element -> first(element.attr("content"), element.attr("datetime")));
    List<ClaimedTime> claimed =
        Stream.of(
                Stream.of(data.published()),
                PUBLISHED.stream().flatMap(this::metas),
                properties,
                times)
            .flatMap(claims -> claims)
            .map(ClaimedTime::read)
            .filter(time -> time.precision() != Precision.UNKNOWN)
            .toList();
    return claimed.stream()
        .filter(time -> time.precision() == Precision.INSTANT)
        .findFirst()
        .or(() -> claimed.stream().findFirst());
  }

  private String language() {
    Element html = page.selectFirst("html");
    String lang = html == null ? "" : first(html.attr("lang"), html.attr("xml:lang"));
    return PageReader.languageTag(
        first(lang, meta("content-language"), data.language(), meta("og:locale")));
  }

  private String canonical() {
    Element link = page.selectFirst("link[rel~=(?i)\\bcanonical\\b][href]");
    return first(link == null ? "" : link.absUrl("href"), meta("og:url"), data.url());
  }

  private String meta(String key) {
    return metas(key).findFirst().orElse("");
  }

  private Stream<String> metas(String key) {
    return metas.getOrDefault(key.toLowerCase(Locale.ROOT), List.of()).stream();
  }

  private static Map<String, List<String>> metas(Document page) {
    Map<String, List<String>> metas = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String value = CleanText.line(meta.attr("content"));
      for (String name : List.of("property", "name", "itemprop", "http-equiv")) {
        String key = meta.attr(name).toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && !value.isEmpty()) {
          metas.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
        }
      }
    }
    return metas;
  }

  private static String first(String... claims) {
    return Stream.of(claims).filter(claim -> !claim.isBlank()).findFirst().orElse("");
  }
}
