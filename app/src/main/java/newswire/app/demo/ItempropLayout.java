package newswire.app.demo;

/** A page marked up with schema.org microdata, its text in {@code itemprop=articleBody}. */
final class ItempropLayout {

  private ItempropLayout() {}

  static void body(Markup html, Page page) {
    html.open("div", "id", "wrapper").raw("\n");
    html.open("div", "id", "top").element("strong", page.entry().outlet().name());
    Furniture.navigation(html, page);
    html.close("div");
    html.open("div", "itemscope", "itemscope", "itemtype", "https://schema.org/NewsArticle");
    html.element("h1", page.text().title(), "itemprop", "headline");
    html.empty(
        "meta", "itemprop", "datePublished", "content", Entry.rfc3339(page.entry().published()));
    html.element("h2", page.text().summary(), "itemprop", "description");
    html.open("div", "class", "meta").element("span", page.printedTime(), "class", "date");
    page.text().author().ifPresent(name -> author(html, page, name));
    html.close("div");
    Furniture.share(html, page);
    html.open("div", "itemprop", "articleBody", "class", "entry-content").raw("\n");
    html.raw(page.text().bodyAsHtml());
    html.close("div");
    Furniture.credit(html, page);
    html.close("div");
    Furniture.comments(html, page);
    html.open("div", "id", "sidebar");
    Furniture.related(html, page);
    Furniture.newsletter(html, page);
    html.close("div", "div");
    Furniture.footer(html, page);
    Furniture.cookieNote(html, page);
  }

  private static void author(Markup html, Page page, String name) {
    html.text(page.words().by() + " ").element("span", name, "itemprop", "author");
  }
}
