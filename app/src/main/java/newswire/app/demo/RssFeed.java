package newswire.app.demo;

/** RSS 2.0, with {@code content:encoded} where the outlet gives the full text. */
final class RssFeed {

  private RssFeed() {}

  static String write(Channel channel) {
    Outlet outlet = channel.outlet();
    Markup xml = new Markup();
    xml.raw("<?xml version=\"1.0\" encoding=\"" + outlet.charset() + "\"?>\n");
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:content",
        "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/");
    xml.raw("\n").open("channel").raw("\n");
    xml.element("title", outlet.name());
    xml.element("link", channel.home().toString());
    xml.element("description", outlet.about());
    xml.element("language", outlet.language());
    xml.element("lastBuildDate", Entry.rfc822(channel.updated()));
    xml.empty(
        "atom:link",
        "href",
        channel.self().toString(),
        "rel",
        "self",
        "type",
        "application/rss+xml");
    for (Entry entry : channel.entries()) {
      item(xml, entry);
    }
    return xml.close("channel", "rss").toString();
  }

  private static void item(Markup xml, Entry entry) {
    ArticleText text = entry.text();
    boolean full = entry.outlet().feed().body() != Outlet.Body.NONE;
    xml.open("item").raw("\n");
    xml.element("title", text.title());
    xml.element("link", entry.url().toString());
    if (full) {
      xml.element("guid", entry.url().toString(), "isPermaLink", "true");
    } else {
      xml.element("guid", entry.id(), "isPermaLink", "false");
    }
    xml.element("pubDate", Entry.rfc822(entry.updated()));
    xml.element("category", text.category());
    text.author().ifPresent(author -> xml.element("dc:creator", author));
    if (!text.summary().isEmpty()) {
      xml.element("description", text.summary());
    }
    if (full) {
      xml.open("content:encoded").cdata(text.bodyAsHtml()).close("content:encoded");
    }
    xml.close("item");
  }
}
