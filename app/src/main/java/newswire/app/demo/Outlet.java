package newswire.app.demo;

import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.List;

/** An invented outlet, as {@code outlets.json} describes it. */
record Outlet(
    String id,
    String name,
    String about,
    String language,
    String charset,
    String offset,
    FeedShape feed,
    PageShape pages,
    List<String> articles) {

  enum Format {
    RSS("/feed.xml"),
    ATOM("/atom.xml"),
    JSON("/feed.json");

    private final String path;

    Format(String path) {
      this.path = path;
    }
  }

  /** How much of an article its feed entry carries beside the summary. */
  enum Body {
    NONE,
    TEXT,
    HTML,
    XHTML
  }

  enum Layout {
    ARTICLE,
    ITEMPROP,
    MAIN,
    TABLE
  }

  record FeedShape(Format format, Body body, boolean damaged) {}

  record PageShape(Layout layout, String path) {}

  String host(String domain) {
    return id + "." + domain;
  }

  String feedPath() {
    return feed.format().path;
  }

  String pagePath(String slug) {
    return pages.path().replace("{slug}", slug);
  }

  Charset encoding() {
    return Charset.forName(charset);
  }

  ZoneOffset zone() {
    return ZoneOffset.of(offset);
  }
}
