package newswire.enrich.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Who wrote an article: the first of a page's claims that names more than the outlet itself. */
final class Authors {

  private static final int LONGEST_BYLINE = 100;
  private static final int MOST_WORDS = 5;
  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "og:author",
          "og:article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "byl",
          "article:byline");
  private static final Pattern NOT_OF_THE_TEXT =
      Pattern.compile(
          "(?i)comment|image|photo|foto|bild|quote|caption|credit|related|teaser|avatar|social|share"
              + "|desc|bio|title|role|date|sidebar|footer|recommend|follow|button|btn|tag");
  private static final Pattern HOST = Pattern.compile("(?:[\\p{L}\\d-]+\\.)+\\p{L}{2,}");
  private static final Pattern NO_NAME = Pattern.compile("[\\d:@]");

  private final Landmarks page;
  private final LinkedData data;
  private final Predicate<String> isOutlet;

  /**
   * @param outlet names that the outlet goes by
   */
  Authors(Landmarks page, LinkedData data, Set<String> outlet) {
    this.page = page;
    this.data = data;
    this.isOutlet = name -> outlet.contains(CleanText.skeleton(name));
  }

  List<String> read() {
    List<String> outlet = names(data.authors().stream());
    if (outlet.stream().anyMatch(isOutlet.negate())) {
      // A list that names the outlet beside persons means it; an address beside them is no name.
      return outlet.stream().filter(name -> !isOutlet.test(name) || !isHost(name)).toList();
    }
    for (Stream<String> claims : claims()) {
      List<String> names = names(claims);
      List<String> persons = names.stream().filter(isOutlet.negate()).toList();
      if (!persons.isEmpty()) {
        return persons;
      }
      outlet = outlet.isEmpty() ? names : outlet;
    }
    return outlet;
  }

  private static boolean isHost(String name) {
    return HOST.matcher(name).matches();
  }

  private static List<String> names(Stream<String> claims) {
    Set<String> names = new LinkedHashSet<>();
    claims.forEach(claim -> names.addAll(AuthorNames.in(claim)));
    return List.copyOf(names);
  }

  private List<Stream<String>> claims() {
    List<Stream<String>> claims = new ArrayList<>();
    METAS.forEach(key -> claims.add(page.metas(key)));
    claims.add(page.metasEndingIn("author"));
    claims.add(page.metasEndingIn("authors"));
    claims.add(page.authors.stream().filter(Authors::isOfTheText).limit(4).map(Authors::named));
    claims.add(bylines().stream());
    return claims;
  }

  private static String named(Element element) {
    Element name = element.selectFirst("[itemprop=name]");
    return (name == null ? element : name).text();
  }

  /** The first byline below the heading, by its parts if it has parts. */
  private List<String> bylines() {
    for (Element byline : page.bylines()) {
      if (!isOfTheText(byline)) {
        continue;
      }
      List<String> parts =
          page.bylines().stream()
              .filter(other -> other != byline && isWithin(other, byline) && isOfTheText(other))
              .map(Element::text)
              .filter(Authors::isName)
              .toList();
      if (!parts.isEmpty()) {
        return parts;
      }
      if (isName(byline.text())) {
        return List.of(byline.text());
      }
    }
    return List.of();
  }

  private static boolean isWithin(Element inner, Element outer) {
    Element element = inner.parent();
    while (element != null && element != outer) {
      element = element.parent();
    }
    return element == outer;
  }

  private static boolean isOfTheText(Element element) {
    Element at = element;
    for (int up = 0; up < 6 && at != null; up++) {
      String name = at.normalName();
      if (name.equals("figure") || name.equals("figcaption") || name.equals("aside")) {
        return false;
      }
      if (up < 3 && NOT_OF_THE_TEXT.matcher(at.className() + " " + at.id()).find()) {
        return false;
      }
      at = at.parent();
    }
    return true;
  }

  private static boolean isName(String text) {
    List<String> names = AuthorNames.in(text);
    return text.length() <= LONGEST_BYLINE
        && !names.isEmpty()
        && names.stream().noneMatch(name -> NO_NAME.matcher(name).find())
        && names.stream()
            .allMatch(name -> name.split(" ", -1).length <= MOST_WORDS && startsLikeAName(name));
  }

  private static boolean startsLikeAName(String name) {
    int first = name.codePointAt(0);
    return !Character.isLowerCase(first) && !name.toLowerCase(Locale.ROOT).startsWith("http");
  }
}
