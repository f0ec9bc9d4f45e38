package newswire.app.demo;

import java.util.List;
import java.util.Set;

/** An article's web page, in its outlet's layout. */
record Page(Entry entry, List<Entry> related, Wording words) {

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa");

  Document render() {
    Outlet outlet = entry.outlet();
    Markup html = new Markup();
    html.raw("<!DOCTYPE html>\n");
    html.open("html", "lang", entry.language(), "dir", direction()).raw("\n");
    if (entry.text().isWordless()) {
      GalleryPage.write(html, this);
    } else {
      Head.write(html, this);
      html.open("body").raw("\n");
      switch (outlet.pages().layout()) {
        case ARTICLE -> ArticleLayout.body(html, this);
        case ITEMPROP -> ItempropLayout.body(html, this);
        case MAIN -> MainLayout.body(html, this);
        case TABLE -> TableLayout.body(html, this);
      }
      html.close("body");
    }
    return Document.of(html.close("html").toString(), "text/html", outlet.encoding());
  }

  ArticleText text() {
    return entry.text();
  }

  boolean rightToLeft() {
    return RIGHT_TO_LEFT.contains(entry.language());
  }

  /** The line under a headline that names the writer; empty for an unsigned article. */
  String byline() {
    return text().author().map(author -> words.by() + " " + author).orElse("");
  }

  /** The publication time as a reader of the page sees it. */
  String printedTime() {
    String time = Entry.rfc3339(entry.published());
    return time.substring(0, 10) + " " + time.substring(11, 16);
  }

  private String direction() {
    return rightToLeft() ? "rtl" : "ltr";
  }
}
