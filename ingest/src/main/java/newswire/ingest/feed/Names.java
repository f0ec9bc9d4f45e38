package newswire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Names of elements in one form whatever prefix a feed chose: {@code title}, {@code dc:creator}.
 * The vocabularies of RSS and Atom have no prefix; their names are told apart by where they stand.
 */
final class Names {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://www.w3.org/xml/1998/namespace", ""),
          Map.entry("http://www.w3.org/2005/atom", ""),
          Map.entry("http://purl.org/atom/ns#", ""),
          Map.entry("http://purl.org/rss/1.0/", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://backend.userland.com/rss", ""),
          Map.entry("http://backend.userland.com/rss2", ""),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
          Map.entry("http://purl.org/dc/elements/1.0/", "dc:"),
          Map.entry("http://purl.org/dc/terms/", "dcterms:"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
          Map.entry("http://webns.net/mvcb/", "admin:"),
          Map.entry("http://search.yahoo.com/mrss/", "media:"),
          Map.entry("http://search.yahoo.com/mrss", "media:"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"));

  /** Prefixes that stand for the plain vocabularies even where they are not declared. */
  private static final Set<String> PLAIN = Set.of("atom", "atom10", "atom03", "a10", "rss");

  private Names() {}

  static String of(Element element) {
    String prefix = element.tag().prefix();
    String known = PREFIXES.get(element.tag().namespace().toLowerCase(Locale.ROOT));
    String local = element.tag().localName();
    if (prefix.isEmpty()) {
      return known == null ? local : known + local;
    }
    boolean declared = known != null && !isDefault(element);
    if (declared) {
      return known + local;
    }
    return PLAIN.contains(prefix) ? local : prefix + ":" + local;
  }

  /** Whether it is of the draft that Atom began as. */
  static boolean isAtom03(Element element) {
    return element.tag().namespace().equalsIgnoreCase("http://purl.org/atom/ns#");
  }

  /** The prefix of an element of XHTML; empty if it has none, or is not of XHTML. */
  static String xhtmlPrefix(Element element) {
    boolean isXhtml = element.tag().namespace().equalsIgnoreCase("http://www.w3.org/1999/xhtml");
    return isXhtml ? element.tag().prefix() : "";
  }

  // jsoup gives an element whose prefix is not declared the namespace of XML itself.
  private static boolean isDefault(Element element) {
    return element.tag().namespace().equals("http://www.w3.org/XML/1998/namespace");
  }
}
