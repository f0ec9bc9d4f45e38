package newswire.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.text.DecodedText;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Lists of feeds in OPML 1.0 and 2.0, as every feed reader exports them. */
public final class Opml {

  static {
    TrustedRecords.register();
  }

  private static final String EXAMPLE = "example-feeds.opml";
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int MOST_FEEDS = 10_000;
  private static final int DEEPEST = 512;
  private static final int LONGEST_NAME = 200;

  /** A type of outline of ours; other readers take it for a feed, and say that it is none. */
  private static final String SITEMAP = "sitemap";

  private final Map<String, Source> byUrl = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private boolean isOpml;

  private Opml() {}

  /** A few well-known public feeds in several languages. */
  public static List<Source> example() {
    try (InputStream in = Opml.class.getResourceAsStream(EXAMPLE)) {
      if (in == null) {
        throw new IllegalStateException(EXAMPLE + " is missing from the program");
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnreadableOpml e) {
      throw new IllegalStateException(EXAMPLE + " cannot be read", e);
    }
  }

  /**
   * The feeds of a list in its order, each address once; groups do not matter.
   *
   * @throws UnreadableOpml if it is no such list, names no feed, or an address of it is not HTTP
   */
  public static List<Source> read(byte[] body) throws UnreadableOpml {
    if (body.length > LARGEST) {
      throw new UnreadableOpml("it is larger than " + LARGEST + " bytes");
    }
    Parser parser =
        Parser.xmlParser()
            .settings(ParseSettings.htmlDefault)
            .setTrackPosition(true)
            .setMaxDepth(DEEPEST + 8);
    Document document = parser.parseInput(DecodedText.of(body, null).text(), "");
    Opml opml = new Opml();
    document.filter(opml::visit);
    return opml.sources();
  }

  /** The list of those sources that have an address, which {@link #read} reads again. */
  public static String write(Collection<Source> sources) {
    StringBuilder list = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    list.append("<opml version=\"2.0\">\n<head><title>Newswire</title></head>\n<body>\n");
    for (Source source : sources) {
      if (HttpUrl.parse(source.getUrl()) != null) {
        boolean isSitemap = source.getKind() == SourceKind.SITEMAP;
        list.append("<outline type=\"").append(isSitemap ? SITEMAP : "rss").append('"');
        attribute(list, "text", source.getName());
        attribute(list, "title", source.getName());
        attribute(list, "xmlUrl", source.getUrl());
        attribute(list, "language", source.getLanguage());
        list.append("/>\n");
      }
    }
    return list.append("</body>\n</opml>\n").toString();
  }

  private static void attribute(StringBuilder list, String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    list.append(' ').append(name).append("=\"");
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> list.append("&amp;");
                case '<' -> list.append("&lt;");
                case '>' -> list.append("&gt;");
                case '"' -> list.append("&quot;");
                default -> list.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    list.append('"');
  }

  private NodeFilter.FilterResult visit(Node node, int depth) {
    if (depth > DEEPEST || byUrl.size() > MOST_FEEDS) {
      wrong.add("it has more than " + MOST_FEEDS + " feeds, or is nested over " + DEEPEST);
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof Element element) {
      isOpml |= element.tagName().equals("opml");
      if (element.tagName().equals("outline") && element.hasAttr("xmlurl")) {
        add(element);
      }
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private void add(Element outline) {
    String address = outline.attr("xmlurl").strip();
    HttpUrl url = HttpUrl.parse(address.replaceFirst("^feed://", "http://"));
    if (url == null) {
      int line = outline.sourceRange().start().lineNumber();
      wrong.add("line " + line + ": " + shortened(address) + " is not an HTTP address");
      return;
    }
    byUrl.putIfAbsent(url.toString(), source(url, outline));
  }

  private static Source source(HttpUrl url, Element outline) {
    String title = outline.attr("title").strip();
    String text = outline.attr("text").strip();
    String name = text.isEmpty() ? title : text;
    return Source.newBuilder()
        .setId(SourceId.ofUrl(url.toString()))
        .setKind(
            outline.attr("type").strip().equals(SITEMAP) ? SourceKind.SITEMAP : SourceKind.FEED)
        .setName(shortened(name.isEmpty() ? url.host() : name))
        .setUrl(url.toString())
        .setLanguage(outline.attr("language").strip())
        .build();
  }

  private static String shortened(String text) {
    int points = text.codePointCount(0, text.length());
    return points <= LONGEST_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
  }

  private List<Source> sources() throws UnreadableOpml {
    if (!isOpml) {
      throw new UnreadableOpml("it has no opml element");
    }
    if (!wrong.isEmpty()) {
      throw new UnreadableOpml(wrong.get(0));
    }
    if (byUrl.isEmpty()) {
      throw new UnreadableOpml("it names no feed (no outline has an xmlUrl)");
    }
    return List.copyOf(byUrl.values());
  }
}
