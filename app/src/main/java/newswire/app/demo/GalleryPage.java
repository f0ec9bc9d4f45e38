package newswire.app.demo;

/**
 * A page of pictures alone: no headline, no caption, and nothing that could pass for an article.
 */
final class GalleryPage {

  private static final int PICTURES = 6;

  private GalleryPage() {}

  static void write(Markup html, Page page) {
    html.open("head").raw("\n");
    html.empty("meta", "charset", page.entry().outlet().charset());
    html.element("title", "").close("head");
    html.open("body").raw("\n");
    Furniture.navigation(html, page);
    html.open("div", "class", "gallery").raw("\n");
    for (int i = 1; i <= PICTURES; i++) {
      html.open("figure").empty("img", "src", "/img/" + page.text().slug() + "-" + i + ".jpg");
      html.close("figure");
    }
    html.close("div", "body");
  }
}
