package newswire.app.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every document of the demo world, rendered once for one domain, port and epoch. */
final class Site {

  private static final int RELATED = 3;
  private static final Document ROBOTS =
      Document.of("User-agent: *\nAllow: /\n", "text/plain", StandardCharsets.UTF_8);

  private final Content content;
  private final String domain;
  private final int port;
  private final Instant epoch;
  private final Map<String, Map<String, Resource>> hosts = new HashMap<>();
  private final List<Channel> channels = new ArrayList<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private final Correction correction;

  Site(Content content, String domain, int port, Instant epoch) {
    this.content = content;
    this.domain = domain;
    this.port = port;
    this.epoch = epoch;
    content.outlets().forEach(this::publish);
    this.correction = correct();
  }

  /** What to answer, by host and then by path. */
  Map<String, Map<String, Resource>> hosts() {
    return hosts;
  }

  /** The feeds in their order, with the first edition of every entry. */
  List<Channel> channels() {
    return channels;
  }

  Correction correction() {
    return correction;
  }

  URI withdrawn() {
    return entry(content.withdrawn()).url();
  }

  URI corrected() {
    return entry(content.corrected()).url();
  }

  private void publish(Outlet outlet) {
    List<Entry> listed =
        outlet.articles().stream()
            .map(slug -> entry(outlet, slug))
            .sorted(Comparator.comparing(Entry::updated).reversed())
            .toList();
    Channel channel = channel(outlet, listed);
    channels.add(channel);
    serve(outlet, "/robots.txt", fixed(ROBOTS));
    serve(outlet, outlet.feedPath(), fixed(channel.render()));
    for (Entry entry : listed) {
      serve(outlet, entry.url().getPath(), fixed(page(entry, listed).render()));
      entries.put(Content.key(outlet, entry.text().slug()), entry);
    }
  }

  private Correction correct() {
    Entry first = entry(content.corrected());
    Entry second = first.corrected(content.correction());
    Channel channel =
        channels.stream().filter(c -> c.outlet().equals(first.outlet())).findFirst().orElseThrow();
    List<Entry> after =
        channel.entries().stream().map(entry -> entry.equals(first) ? second : entry).toList();
    Correction made =
        new Correction(
            channel.render(),
            channel(first.outlet(), after).render(),
            page(first, channel.entries()).render(),
            page(second, after).render());
    serve(first.outlet(), first.outlet().feedPath(), made.feed());
    serve(first.outlet(), first.url().getPath(), made.page());
    return made;
  }

  private void serve(Outlet outlet, String path, Resource resource) {
    hosts.computeIfAbsent(outlet.host(domain), host -> new HashMap<>()).put(path, resource);
  }

  private static Resource fixed(Document document) {
    return ifNoneMatch -> document;
  }

  private Channel channel(Outlet outlet, List<Entry> listed) {
    return new Channel(outlet, url(outlet, "/"), url(outlet, outlet.feedPath()), listed);
  }

  private Page page(Entry entry, List<Entry> listed) {
    List<Entry> related =
        listed.stream()
            .filter(other -> !other.text().slug().equals(entry.text().slug()))
            .filter(other -> other.language().equals(entry.language()))
            .filter(other -> !other.text().isWordless())
            .limit(RELATED)
            .toList();
    return new Page(entry, related, content.wording(entry.language()));
  }

  private Entry entry(Outlet outlet, String slug) {
    ArticleText text = content.article(outlet, slug);
    URI own = url(outlet, outlet.pagePath(slug));
    URI canonical = text.canonical().map(this::urlOf).orElse(own);
    return new Entry(outlet, text, own, canonical, epoch);
  }

  private Entry entry(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new IllegalStateException("No feed of the demo world lists " + key);
    }
    return entry;
  }

  private URI urlOf(String key) {
    int slash = key.indexOf('/');
    Outlet outlet =
        content.outlets().stream()
            .filter(candidate -> candidate.id().equals(key.substring(0, slash)))
            .findFirst()
            .orElseThrow();
    return url(outlet, outlet.pagePath(key.substring(slash + 1)));
  }

  private URI url(Outlet outlet, String path) {
    return URI.create("http://" + outlet.host(domain) + ":" + port + path);
  }
}
