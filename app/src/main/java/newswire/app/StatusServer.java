package newswire.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Answers {@code /livez}, {@code /readyz} and {@code /version} over HTTP, and {@code /metrics}. */
final class StatusServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;

  private StatusServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  static StatusServer start(
      String host, int port, String version, BooleanSupplier ready, Supplier<String> metrics) {
    HttpServer server = bind(host, port);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "http");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/livez", exchange -> answer(exchange, "/livez", 200, "ok"));
    server.createContext(
        "/readyz",
        exchange -> {
          boolean yes = ready.getAsBoolean();
          answer(exchange, "/readyz", yes ? 200 : 503, yes ? "ready" : "not ready");
        });
    server.createContext("/version", exchange -> answer(exchange, "/version", 200, version));
    server.createContext("/metrics", exchange -> answer(exchange, "/metrics", 200, metrics.get()));
    server.createContext("/", exchange -> answer(exchange, "", 404, "not found"));
    server.start();
    return new StatusServer(server, threads);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static HttpServer bind(String host, int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 16);
    } catch (BindException e) {
      throw Exit.missing(
          "port "
              + port
              + " on "
              + host
              + " is in use; give another with --http-port, or stop what uses it");
    } catch (IOException e) {
      throw Exit.missing("cannot listen on port " + port + " of " + host + ": " + e.getMessage());
    }
  }

  private static void answer(HttpExchange exchange, String path, int status, String text)
      throws IOException {
    try (exchange) {
      boolean known = path.isEmpty() || exchange.getRequestURI().getPath().equals(path);
      byte[] body = ((known ? text : "not found") + "\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(known ? status : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
