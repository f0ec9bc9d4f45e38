package newswire.app.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code <head>} of a page; old table layouts declare neither canonical URL nor JSON-LD. */
final class Head {

  private Head() {}

  static void write(Markup html, Page page) {
    Entry entry = page.entry();
    ArticleText text = page.text();
    Outlet.Layout layout = entry.outlet().pages().layout();
    html.open("head").raw("\n");
    html.empty("meta", "charset", entry.outlet().charset());
    html.element("title", text.title() + " | " + entry.outlet().name());
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    property(html, "og:type", "article");
    property(html, "og:site_name", entry.outlet().name());
    property(html, "og:title", text.title());
    property(html, "og:description", text.summary());
    property(html, "og:url", entry.url().toString());
    property(html, "article:published_time", Entry.rfc3339(entry.published()));
    if (entry.updated().isAfter(entry.published())) {
      property(html, "article:modified_time", Entry.rfc3339(entry.updated()));
    }
    property(html, "article:section", text.category());
    text.author().ifPresent(name -> html.empty("meta", "name", "author", "content", name));
    if (layout != Outlet.Layout.TABLE) {
      html.empty("link", "rel", "canonical", "href", entry.canonical().toString());
    }
    if (layout == Outlet.Layout.ARTICLE || layout == Outlet.Layout.ITEMPROP) {
      html.open("script", "type", "application/ld+json").raw(jsonLd(page)).close("script");
    }
    html.close("head");
  }

  private static void property(Markup html, String name, String content) {
    html.empty("meta", "property", name, "content", content);
  }

  private static String jsonLd(Page page) {
    Entry entry = page.entry();
    ArticleText text = page.text();
    ObjectNode news = JsonNodeFactory.instance.objectNode();
    news.put("@context", "https://schema.org");
    news.put("@type", "NewsArticle");
    news.put("headline", text.title());
    news.put("description", text.summary());
    news.put("inLanguage", entry.language());
    news.put("url", entry.url().toString());
    news.put("datePublished", Entry.rfc3339(entry.published()));
    news.put("dateModified", Entry.rfc3339(entry.updated()));
    news.put("articleSection", text.category());
    text.author().ifPresent(name -> typed(news.putObject("author"), "Person", name));
    typed(news.putObject("publisher"), "NewsMediaOrganization", entry.outlet().name());
    // A "</script>" in a headline would end the element: in JSON, "<" occurs inside strings only.
    return news.toString().replace("<", "\\u003c");
  }

  private static void typed(ObjectNode node, String type, String name) {
    node.put("@type", type).put("name", name);
  }
}
