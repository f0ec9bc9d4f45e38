package newswire.app.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Feed 1.1, with the full text as text or HTML. */
final class JsonFeed {

  private JsonFeed() {}

  static String write(Channel channel) {
    Outlet outlet = channel.outlet();
    ObjectNode feed = JsonNodeFactory.instance.objectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", outlet.name());
    feed.put("description", outlet.about());
    feed.put("home_page_url", channel.home().toString());
    feed.put("feed_url", channel.self().toString());
    feed.put("language", outlet.language());
    var items = feed.putArray("items");
    for (Entry entry : channel.entries()) {
      items.add(item(entry));
    }
    return feed.toString();
  }

  private static ObjectNode item(Entry entry) {
    ArticleText text = entry.text();
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("id", entry.id());
    item.put("url", entry.url().toString());
    item.put("title", text.title());
    item.put("summary", text.summary());
    if (entry.outlet().feed().body() == Outlet.Body.HTML) {
      item.put("content_html", text.bodyAsHtml());
    } else {
      item.put("content_text", String.join("\n\n", text.paragraphs()));
    }
    item.put("date_published", Entry.rfc3339(entry.published()));
    item.put("date_modified", Entry.rfc3339(entry.updated()));
    text.author().ifPresent(name -> item.putArray("authors").addObject().put("name", name));
    item.putArray("tags").add(text.category());
    return item;
  }
}
