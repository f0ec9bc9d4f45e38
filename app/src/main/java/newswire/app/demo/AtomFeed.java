package newswire.app.demo;

import java.net.URI;

/** Atom 1.0, with the full text as HTML or XHTML where the outlet gives it. */
final class AtomFeed {

  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private AtomFeed() {}

  static String write(Channel channel) {
    Outlet outlet = channel.outlet();
    Markup xml = new Markup();
    xml.raw("<?xml version=\"1.0\" encoding=\"" + outlet.charset() + "\"?>\n");
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", outlet.language());
    xml.raw("\n");
    xml.element("title", outlet.name());
    xml.element("subtitle", outlet.about());
    xml.element("id", id(channel.self(), "feed"));
    xml.element("updated", Entry.rfc3339(channel.updated()));
    xml.empty("link", "rel", "self", "href", channel.self().toString());
    xml.empty("link", "rel", "alternate", "href", channel.home().toString());
    xml.open("author").element("name", outlet.name()).close("author");
    for (Entry entry : channel.entries()) {
      entry(xml, entry);
    }
    return xml.close("feed").toString();
  }

  private static void entry(Markup xml, Entry entry) {
    ArticleText text = entry.text();
    xml.open("entry", "xml:lang", entry.language()).raw("\n");
    xml.element("title", text.title());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url().toString());
    xml.element("id", id(entry.url(), text.slug()));
    xml.element("published", Entry.rfc3339(entry.published()));
    xml.element("updated", Entry.rfc3339(entry.updated()));
    xml.empty("category", "term", text.category());
    text.author().ifPresent(a -> xml.open("author").element("name", a).close("author"));
    xml.element("summary", text.summary());
    switch (entry.outlet().feed().body()) {
      case HTML -> xml.element("content", text.bodyAsHtml(), "type", "html");
      case XHTML -> {
        xml.open("content", "type", "xhtml").open("div", "xmlns", XHTML);
        xml.raw(text.bodyAsHtml()).close("div", "content");
      }
      case TEXT -> xml.element("content", String.join("\n\n", text.paragraphs()));
      case NONE -> {}
    }
    xml.close("entry");
  }

  /** A tag URI (RFC 4151), as many outlets use for their entries. */
  private static String id(URI at, String name) {
    return "tag:" + at.getHost() + ",2026:" + name;
  }
}
