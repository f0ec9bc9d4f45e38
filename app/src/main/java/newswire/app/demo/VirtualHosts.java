package newswire.app.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server for all outlets, told apart by the Host header. The only class that touches {@code
 * com.sun.net.httpserver}, so that a check for portable APIs need exempt no other.
 */
final class VirtualHosts implements AutoCloseable {

  private static final int THREADS = 4;

  private static final Document NOT_FOUND =
      Document.of("Not found\n", "text/plain", StandardCharsets.UTF_8);
  private static final Document NOT_ALLOWED =
      Document.of("Only GET and HEAD\n", "text/plain", StandardCharsets.UTF_8);

  private final HttpServer server;
  private final ExecutorService threads;

  private VirtualHosts(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Takes the port, 0 for any free one; nothing is answered before {@link #serve}. */
  static VirtualHosts bind(InetAddress address, int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
    return new VirtualHosts(server, Executors.newFixedThreadPool(THREADS, VirtualHosts::daemon));
  }

  /** Starts to answer with these resources, by host and then by path. */
  void serve(Map<String, Map<String, Resource>> hosts) {
    server.createContext("/", exchange -> handle(exchange, hosts));
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "demo-world");
    thread.setDaemon(true);
    return thread;
  }

  private static void handle(HttpExchange exchange, Map<String, Map<String, Resource>> hosts)
      throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (!head && !exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, NOT_ALLOWED);
        return;
      }
      Optional<Resource> resource = find(exchange, hosts);
      if (resource.isEmpty()) {
        send(exchange, 404, NOT_FOUND);
      } else {
        answer(exchange, resource.get(), head);
      }
    }
  }

  private static Optional<Resource> find(
      HttpExchange exchange, Map<String, Map<String, Resource>> hosts) {
    String host = header(exchange, "Host").toLowerCase(Locale.ROOT);
    int colon = host.indexOf(':');
    return Optional.ofNullable(hosts.get(colon < 0 ? host : host.substring(0, colon)))
        .map(paths -> paths.get(exchange.getRequestURI().getPath()));
  }

  private static void answer(HttpExchange exchange, Resource resource, boolean head)
      throws IOException {
    String ifNoneMatch = header(exchange, "If-None-Match");
    Document edition = resource.edition(ifNoneMatch);
    exchange.getResponseHeaders().set("ETag", edition.etag());
    if (edition.matches(ifNoneMatch)) {
      exchange.getResponseHeaders().set("Content-Type", edition.contentType());
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    if (!head) {
      resource.sending(edition);
    }
    send(exchange, 200, edition);
  }

  private static void send(HttpExchange exchange, int status, Document document)
      throws IOException {
    byte[] bytes = document.bytes();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", document.contentType());
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }
}
