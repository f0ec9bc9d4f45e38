package newswire.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import newswire.ingest.feed.TextValue.Form;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Text and HTML out of elements that say in several ways, or not at all, which of the two it is.
 */
final class Markup {

  private static final int LONGEST_TITLE = 2_000;

  /** Says nothing where everything is HTML. */
  private static final String XHTML = " xmlns=\"http://www.w3.org/1999/xhtml\"";

  private static final int LONGEST_PARSED = 64 * 1024;

  /** A tag or a character reference: what a title has when it was escaped once too often. */
  private static final Pattern HTML =
      Pattern.compile("</?[a-zA-Z][^<>]{0,500}>|&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});");

  private Markup() {}

  /** Plain text of what may be HTML, spaces normalised. */
  static String plain(String text, boolean maybeHtml) {
    String bounded = text.length() > LONGEST_PARSED ? text.substring(0, LONGEST_PARSED) : text;
    String plain =
        maybeHtml && HTML.matcher(bounded).find() ? Jsoup.parse(bounded).body().text() : bounded;
    String spaced = plain.replaceAll("[\\s\\u00A0\\u200B\\uFEFF]+", " ").strip();
    return Bounded.text(spaced, LONGEST_TITLE);
  }

  /** What an element gives, at most so many characters of it. */
  static TextValue of(Element element, int longest) {
    String type = type(element);
    String language = Fields.language(element);
    if (isXhtml(element, type)) {
      return new TextValue(innerHtml(element, longest), Form.HTML, language);
    }
    String text = Fields.textOf(element);
    String value = isBase64(element, type) ? decoded(text) : text;
    String once = Mojibake.repaired(Bounded.text(value, longest));
    return new TextValue(once.strip(), form(type), language);
  }

  // Atom 0.3's text/plain is what it says; but RSS has titles with escaped markup all the same.
  private static Form form(String type) {
    if (type.equals("text") || type.equals("text/plain")) {
      return Form.TEXT;
    }
    return type.contains("html") ? Form.HTML : Form.UNSAID;
  }

  // Atom 1.0 has no mode: what is neither text nor XML is base64.
  private static boolean isBase64(Element element, String type) {
    String mode = attribute(element, "mode");
    return mode.equals("base64")
        || mode.isEmpty()
            && type.startsWith("application/")
            && !type.endsWith("xml")
            && !type.contains("html");
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
    if (type.equals("xhtml") || type.endsWith("xml") || isMode(element, "xml")) {
      return true;
    }
    if (type.equals("text") || isMode(element, "escaped")) {
      return false;
    }
    // Some wrap escaped HTML in a div, which then is all that is not escaped.
    boolean isEscaped = type.equals("html") && isWrapped(element, 0);
    return !isEscaped && element.children().stream().noneMatch(Fields::isField);
  }

  private static boolean isMode(Element element, String mode) {
    return attribute(element, "mode").equals(mode);
  }

  /** Whether all it holds is a div with at most so many elements. */
  private static boolean isWrapped(Element element, int most) {
    return element.childrenSize() == 1
        && element.child(0).tag().localName().equals("div")
        && element.child(0).childrenSize() <= most
        && element.ownText().isBlank();
  }

  private static String innerHtml(Element element, int longest) {
    boolean wrapped = isWrapped(element, Integer.MAX_VALUE) && !Names.isAtom03(element);
    Bounded.Writer html = new Bounded.Writer(longest);
    try {
      (wrapped ? element.child(0) : element).html(html);
    } catch (Bounded.Full e) {
      // An element left open holds the rest of the feed: what has been written is enough.
    }
    String prefix = Names.xhtmlPrefix(element.child(0));
    String named =
        prefix.isEmpty()
            ? html.toString()
            : html.toString().replace("<" + prefix + ":", "<").replace("</" + prefix + ":", "</");
    return named.replace(XHTML, "").strip();
  }

  private static String type(Element element) {
    return attribute(element, "type");
  }

  private static String attribute(Element element, String name) {
    return element.attr(name).strip().toLowerCase(Locale.ROOT);
  }
}
