package newswire.ingest.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import newswire.ingest.IngestConfig;
import newswire.ingest.RawWriter;
import newswire.ingest.push.Push.Wrong;
import newswire.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes articles over HTTP, {@code POST /v1/articles}, on the loopback address only. An answer 202
 * says that all of the request is in the raw topic; any other, that nothing of it is. Where WebSub
 * is on, hubs call back here as well.
 */
public final class PushServer implements AutoCloseable {

  static {
    // The JDK's server knows no other way to end a request that never does.
    for (String limit : List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime")) {
      if (System.getProperty(limit) == null) {
        System.setProperty(limit, "30");
      }
    }
  }

  static final int LARGEST = 8 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(PushServer.class);
  private static final String PATH = "/v1/articles";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THREADS = 4;
  private static final int MOST_AT_ONCE = 3;
  private static final int LONGEST_KEY = 255;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final PushToken token;
  private final PushDesk desk;
  private final Optional<HubCallback> hubs;
  private final Clock clock;

  private PushServer(
      HttpServer server, PushToken token, PushDesk desk, Optional<HubCallback> hubs, Clock clock) {
    this.hubs = hubs;
    this.server = server;
    this.token = token;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   */
  public static PushServer start(
      int port, PushToken token, IngestConfig config, Topics topics, Clock clock)
      throws IOException {
    PushDesk desk = new PushDesk(() -> new RawWriter(config, topics), clock);
    Optional<HubCallback> hubs = HubCallback.of(config, topics, clock);
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    PushServer server = new PushServer(http, token, desk, hubs, clock);
    http.createContext("/", server::answer);
    hubs.ifPresent(callback -> http.createContext(callback.path(), server::answerHub));
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private record Answer(int status, ObjectNode body) {

    static Answer error(int status, String reason) {
      return new Answer(status, JSON.createObjectNode().put("error", reason));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      if (!free.tryAcquire()) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        answer = Answer.error(429, "too many requests at once");
      } else {
        try {
          answer = refused(exchange).orElseGet(() -> taken(exchange));
        } finally {
          free.release();
        }
      }
      byte[] body = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void answerHub(HttpExchange exchange) throws IOException {
    try (exchange) {
      HubCallback.Reply reply = new HubCallback.Reply(503, "too many requests at once");
      if (free.tryAcquire()) {
        try {
          reply = hubs.map(callback -> callback.answer(exchange)).orElse(HubCallback.Reply.NOTHING);
        } finally {
          free.release();
        }
      } else {
        exchange.getResponseHeaders().set("Retry-After", "1");
      }
      byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** What is wrong before the body is read; who may not push learns nothing else. */
  private Optional<Answer> refused(HttpExchange exchange) {
    if (!token.isIn(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      return Optional.of(Answer.error(401, "a bearer token is needed"));
    }
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      return Optional.of(Answer.error(404, "there is only " + PATH));
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return Optional.of(Answer.error(405, "only POST"));
    }
    if (key(exchange).length() > LONGEST_KEY) {
      return Optional.of(Answer.error(400, "the Idempotency-Key is too long"));
    }
    if (!header(exchange, "Content-Type").contains("json")) {
      return Optional.of(Answer.error(415, "application/json or application/x-ndjson"));
    }
    return Optional.empty();
  }

  private Answer taken(HttpExchange exchange) {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        return Answer.error(413, "larger than " + LARGEST + " bytes");
      }
      Push push = Push.read(body, header(exchange, "Content-Type"), clock.instant());
      return switch (desk.take(key(exchange), body, push.articles())) {
        case WRITTEN, REPEATED -> accepted(push.ids());
        case KEY_TAKEN -> Answer.error(422, "the Idempotency-Key was used for another body");
      };
    } catch (Wrong e) {
      return wrong(e.fault());
    } catch (IOException e) {
      return Answer.error(400, "the body did not arrive");
    } catch (RuntimeException e) {
      LOG.warn("a push was not written", e);
      exchange.getResponseHeaders().set("Retry-After", "5");
      return Answer.error(503, "it could not be written; try again with the same key");
    }
  }

  private static Answer wrong(Push.Fault fault) {
    boolean tooMany = fault.reason().startsWith("more than");
    Answer answer =
        Answer.error(tooMany ? 413 : 400, "line " + fault.line() + ": " + fault.reason());
    answer.body().put("line", fault.line());
    if (!fault.field().isEmpty()) {
      answer.body().put("field", fault.field());
    }
    return answer;
  }

  private static Answer accepted(List<String> ids) {
    ObjectNode body = JSON.createObjectNode().put("accepted", ids.size());
    ids.forEach(body.putArray("ids")::add);
    return new Answer(202, body);
  }

  private static String key(HttpExchange exchange) {
    return header(exchange, "Idempotency-Key");
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value.strip();
  }

  /** Ends what is being written, and takes no more. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdown();
    desk.close();
    hubs.ifPresent(HubCallback::close);
  }
}
