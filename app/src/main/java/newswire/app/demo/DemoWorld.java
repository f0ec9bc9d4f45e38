package newswire.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The sample news world of the demo: invented outlets served over HTTP, each a virtual host {@code
 * <outlet>.<domain>}, until closed. Thread-safe; the same domain, port, epoch and content always
 * give the same bytes.
 */
public final class DemoWorld implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final VirtualHosts server;
  private final Site site;

  /** A feed to subscribe to; the language is the outlet's main one. */
  public record Feed(String id, String name, URI url, String language) {}

  private DemoWorld(VirtualHosts server, Site site) {
    this.server = server;
    this.site = site;
  }

  /** Starts serving on 127.0.0.1, under names that are this machine's. */
  public static DemoWorld start(int port, Instant epoch) throws IOException {
    return start(InetAddress.getByAddress(LOOPBACK), "localhost", port, epoch);
  }

  /**
   * Starts serving.
   *
   * @param domain that the outlets' names end with; they must lead to the address
   * @param port to listen on, 0 for any free one
   * @param epoch the moment before which all articles were published, by hours or days
   * @throws IOException when the port is taken
   */
  public static DemoWorld start(InetAddress address, String domain, int port, Instant epoch)
      throws IOException {
    Content content = Content.load();
    VirtualHosts server = VirtualHosts.bind(address, port);
    try {
      Site site = new Site(content, domain, server.port(), epoch.truncatedTo(ChronoUnit.SECONDS));
      server.serve(site.hosts());
      return new DemoWorld(server, site);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** All feeds, in a fixed order. */
  public List<Feed> feeds() {
    return site.channels().stream().map(DemoWorld::feed).toList();
  }

  /** Every distinct article URL that the feeds list, in a fixed order. */
  public List<URI> articles() {
    return site.channels().stream()
        .flatMap(channel -> channel.entries().stream())
        .map(Entry::url)
        .distinct()
        .toList();
  }

  /** The article that the demo withdraws. */
  public URI withdrawn() {
    return site.withdrawn();
  }

  /** The article that is corrected for whoever reads its feed a second time. */
  public URI correctedArticle() {
    return site.corrected();
  }

  /** Whether the feed's second edition and the corrected page have both been served. */
  public boolean correctionServed() {
    return site.correction().served();
  }

  @Override
  public void close() {
    server.close();
  }

  private static Feed feed(Channel channel) {
    Outlet outlet = channel.outlet();
    return new Feed(outlet.id(), outlet.name(), channel.self(), outlet.language());
  }
}
