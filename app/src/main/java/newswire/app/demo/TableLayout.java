package newswire.app.demo;

import java.util.List;

/** A page as they were built around 2002: nested tables, with menus to the left and right. */
final class TableLayout {

  private TableLayout() {}

  static void body(Markup html, Page page) {
    html.open("table", "width", "960", "align", "center", "cellpadding", "4").raw("\n");
    html.open("tr").open("td", "colspan", "3", "bgcolor", "#003366");
    html.element("b", page.entry().outlet().name()).close("td", "tr");
    html.open("tr").open("td", "width", "160", "valign", "top", "class", "menu");
    menu(html, page);
    html.close("td").open("td", "valign", "top", "class", "content").raw("\n");
    story(html, page);
    html.close("td").open("td", "width", "200", "valign", "top", "class", "right");
    Furniture.related(html, page);
    Furniture.newsletter(html, page);
    html.close("td", "tr").open("tr").open("td", "colspan", "3", "align", "center");
    Furniture.footer(html, page);
    html.close("td", "tr", "table");
  }

  private static void menu(Markup html, Page page) {
    html.element("a", page.words().home(), "href", "/").empty("br");
    List<String> sections = page.words().sections();
    for (int i = 0; i < sections.size(); i++) {
      html.element("a", sections.get(i), "href", "/section.asp?id=" + (i + 1)).empty("br");
    }
  }

  private static void story(Markup html, Page page) {
    html.open("table", "width", "100%", "border", "0").raw("\n");
    html.open("tr").open("td").element("h1", page.text().title()).close("td", "tr");
    html.open("tr").open("td").element("i", page.printedTime());
    Furniture.byline(html, page);
    html.close("td", "tr").open("tr").open("td", "class", "body").raw("\n");
    String side = page.rightToLeft() ? "right" : "left";
    for (String paragraph : page.text().paragraphs()) {
      html.element("p", paragraph, "align", side);
    }
    Furniture.credit(html, page);
    html.close("td", "tr").open("tr").open("td");
    Furniture.share(html, page);
    Furniture.comments(html, page);
    html.close("td", "tr", "table");
  }
}
