package newswire.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Text and HTML out of elements that say in several ways, or not at all, which of the two it is.
 */
final class Markup {

  private static final int LONGEST_TITLE = 2_000;
  private static final int LONGEST_PARSED = 64 * 1024;

  /** A tag or a character reference: what a title has when it was escaped once too often. */
  private static final Pattern HTML =
      Pattern.compile("</?[a-zA-Z][^<>]{0,500}>|&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});");

  private Markup() {}

  /** Plain text of a title, spaces normalised. */
  static String plain(Element element) {
    String type = type(element);
    if (isXhtml(element, type)) {
      return plain(element.text(), false);
    }
    return plain(raw(element), !"text".equals(type));
  }

  /** Plain text of what may be HTML, spaces normalised. */
  static String plain(String text, boolean maybeHtml) {
    String bounded = text.length() > LONGEST_PARSED ? text.substring(0, LONGEST_PARSED) : text;
    String plain =
        maybeHtml && HTML.matcher(bounded).find() ? Jsoup.parse(bounded).body().text() : bounded;
    String spaced = plain.replaceAll("[\\s\\u00A0\\u200B\\uFEFF]+", " ").strip();
    return Bounded.text(spaced, LONGEST_TITLE);
  }

  /** HTML or plain text as given; markup that was not escaped becomes HTML again. */
  static String asGiven(Element element, int longest) {
    return isXhtml(element, type(element))
        ? innerHtml(element, longest)
        : Bounded.text(raw(element), longest);
  }

  private static String raw(Element element) {
    String text = Fields.textOf(element);
    return "base64".equals(attribute(element, "mode")) ? decoded(text) : text;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return base64;
    }
  }

  private static boolean isXhtml(Element element, String type) {
    if (element.childrenSize() == 0) {
      return false;
    }
    return type.equals("xhtml")
        || type.endsWith("xml")
        || "xml".equals(attribute(element, "mode"))
        || !type.equals("text") && element.children().stream().noneMatch(Markup::isFeedField);
  }

  private static boolean isFeedField(Element child) {
    return Fields.ITEMS.contains(Names.of(child)) || Names.of(child).equals("link");
  }

  private static String innerHtml(Element element, int longest) {
    boolean wrapped =
        element.childrenSize() == 1
            && element.child(0).tag().localName().equals("div")
            && element.ownText().isBlank();
    Bounded.Writer html = new Bounded.Writer(longest);
    try {
      (wrapped ? element.child(0) : element).html(html);
    } catch (Bounded.Full e) {
      // An element left open holds the rest of the feed: what has been written is enough.
    }
    return html.toString().strip();
  }

  private static String type(Element element) {
    return attribute(element, "type");
  }

  private static String attribute(Element element, String name) {
    return element.attr(name).strip().toLowerCase(Locale.ROOT);
  }
}
