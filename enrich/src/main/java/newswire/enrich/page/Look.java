package newswire.enrich.page;

import java.util.Set;
import org.jsoup.nodes.Element;

/** What class and id of an element say, read once. */
final class Look {

  /** The body of an article. */
  static final int BODY = 1;

  static final int CONTENT = 1 << 1;

  /** A comment section or a consent dialog. */
  static final int NOTICE = 1 << 2;

  /** What stands around an article. */
  static final int AROUND = 1 << 3;

  static final int WALL = 1 << 4;
  static final int CONTENT_WORD = 1 << 5;
  static final int BYLINE = 1 << 6;
  static final int DATE = 1 << 7;

  private static final int COUNT = 1 << 8;
  private static final Look[] ALL = all();

  private static final Set<String> NEVER =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "canvas",
          "iframe",
          "object",
          "embed",
          "video",
          "audio",
          "button",
          "input",
          "select",
          "textarea",
          "nav",
          "dialog",
          "map",
          "head",
          "option",
          "amp-ad");
  private static final Set<String> OUTER = Set.of("html", "body", "article", "main");

  private final int bits;

  private Look(int bits) {
    this.bits = bits;
  }

  /** Of a set of the constants above. */
  static Look of(int bits) {
    return ALL[bits];
  }

  private static Look[] all() {
    Look[] all = new Look[COUNT];
    for (int bits = 0; bits < COUNT; bits++) {
      all[bits] = new Look(bits);
    }
    return all;
  }

  /** Whether the element never holds text of an article. */
  boolean isNever(Element element) {
    return NEVER.contains(element.normalName())
        || (has(NOTICE) && element.isBlock() && !isOuter(element));
  }

  static boolean isOuter(Element element) {
    return OUTER.contains(element.normalName());
  }

  /** Whether the names say that it is the body of an article. */
  boolean isBody(Element element) {
    return has(BODY) && canHoldText(element);
  }

  boolean isContent(Element element) {
    return has(CONTENT) && canHoldText(element);
  }

  boolean isAround(Element element) {
    // What is behind a pay wall is the article.
    return has(AROUND) || (has(WALL) && !has(CONTENT_WORD) && !element.normalName().equals("p"));
  }

  boolean has(int bit) {
    return (bits & bit) != 0;
  }

  private static boolean canHoldText(Element element) {
    return element.isBlock() || element.normalName().contains("-");
  }
}
