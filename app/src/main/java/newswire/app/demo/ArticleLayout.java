package newswire.app.demo;

/** A present-day page: everything about the article stands in one {@code <article>}. */
final class ArticleLayout {

  private ArticleLayout() {}

  static void body(Markup html, Page page) {
    Furniture.cookieNote(html, page);
    html.open("header", "class", "masthead");
    html.element("a", page.entry().outlet().name(), "class", "logo", "href", "/");
    Furniture.navigation(html, page);
    html.close("header");
    html.open("article", "class", "story").raw("\n").open("header");
    html.element("p", page.text().category(), "class", "kicker");
    html.element("h1", page.text().title());
    html.element("p", page.text().summary(), "class", "standfirst");
    Furniture.byline(html, page);
    html.element("time", page.printedTime(), "datetime", Entry.rfc3339(page.entry().published()));
    html.close("header");
    html.raw(page.text().bodyAsHtml());
    Furniture.credit(html, page);
    html.close("article");
    Furniture.share(html, page);
    Furniture.related(html, page);
    Furniture.newsletter(html, page);
    Furniture.comments(html, page);
    Furniture.footer(html, page);
  }
}
