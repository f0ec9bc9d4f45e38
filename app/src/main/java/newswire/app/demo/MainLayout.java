package newswire.app.demo;

/** A page of {@code <main>} and plain divs: even its paragraphs are divs. */
final class MainLayout {

  private MainLayout() {}

  static void body(Markup html, Page page) {
    html.open("div", "class", "header");
    html.element("div", page.entry().outlet().name(), "class", "brand");
    Furniture.navigation(html, page);
    html.close("div");
    html.open("main", "id", "content").raw("\n");
    html.open("div", "class", "title").element("h1", page.text().title()).close("div");
    html.element("div", page.text().summary(), "class", "lead");
    html.open("div", "class", "info").element("span", page.printedTime());
    html.element("span", page.text().category());
    Furniture.byline(html, page);
    html.close("div");
    html.open("div", "class", "text").raw("\n");
    for (String paragraph : page.text().paragraphs()) {
      html.element("div", paragraph, "class", "para");
    }
    Furniture.credit(html, page);
    html.close("div");
    Furniture.share(html, page);
    html.close("main");
    html.open("div", "class", "below");
    Furniture.newsletter(html, page);
    Furniture.related(html, page);
    Furniture.comments(html, page);
    html.close("div");
    Furniture.cookieNote(html, page);
    Furniture.footer(html, page);
  }
}
