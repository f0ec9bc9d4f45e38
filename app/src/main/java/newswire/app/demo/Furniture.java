package newswire.app.demo;

import java.util.List;

/** What surrounds an article on any news page, in the words of its language. */
final class Furniture {

  private Furniture() {}

  static void navigation(Markup html, Page page) {
    html.open("nav", "class", "sections").open("ul").raw("\n");
    html.open("li").element("a", page.words().home(), "href", "/").close("li");
    List<String> sections = page.words().sections();
    for (int i = 0; i < sections.size(); i++) {
      html.open("li").element("a", sections.get(i), "href", "/section/" + (i + 1)).close("li");
    }
    html.close("ul", "nav");
  }

  static void cookieNote(Markup html, Page page) {
    html.open("div", "id", "cookie-note", "class", "cookie-consent", "role", "dialog");
    html.element("span", page.words().cookies());
    html.element("button", page.words().accept(), "type", "button").close("div");
  }

  static void share(Markup html, Page page) {
    html.open("div", "class", "share").element("span", page.words().share());
    for (String way : List.of("Facebook", "X", "WhatsApp", "Telegram")) {
      html.element("a", way, "href", "#share-" + way, "rel", "nofollow");
    }
    html.close("div");
  }

  static void related(Markup html, Page page) {
    html.open("aside", "class", "related").element("h3", page.words().related());
    html.open("ul").raw("\n");
    for (Entry entry : page.related()) {
      html.open("li").element("a", entry.text().title(), "href", entry.url().getPath());
      html.close("li");
    }
    html.close("ul", "aside");
  }

  static void newsletter(Markup html, Page page) {
    html.open("form", "class", "newsletter-signup", "action", "/newsletter", "method", "post");
    html.element("label", page.words().newsletter(), "for", "email");
    html.empty("input", "id", "email", "type", "email", "name", "email");
    html.element("button", page.words().subscribe(), "type", "submit").close("form");
  }

  static void comments(Markup html, Page page) {
    html.open("section", "id", "comments", "class", "comments");
    html.element("h3", page.words().comments());
    for (String remark : page.words().remarks()) {
      html.open("div", "class", "comment").element("p", remark).close("div");
    }
    html.close("section");
  }

  static void footer(Markup html, Page page) {
    html.open("footer", "class", "site-footer");
    html.element("p", "© 2026 " + page.entry().outlet().name() + ". " + page.words().footer());
    html.close("footer");
  }

  static void byline(Markup html, Page page) {
    if (!page.byline().isEmpty()) {
      html.element("p", page.byline(), "class", "byline");
    }
  }

  static void credit(Markup html, Page page) {
    page.text()
        .credit()
        .ifPresent(
            name -> html.element("p", page.words().source() + " " + name, "class", "credit"));
  }
}
