package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A registry in memory that has Confluent's mode for imports and keeps to its rules, as far as an
 * import asks: the mode is given to empty subjects only, unless it is forced; ids and versions of
 * the caller's are taken in it and nothing else, and a version is written over. Written after the
 * documentation of its interface, since Confluent's own is not in Maven Central.
 */
final class StrictRegistry implements AutoCloseable {

  private static final String IMPORT = "IMPORT";
  private static final String READWRITE = "READWRITE";
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;
  private static final int NOT_PERMITTED = 42205;

  /** A refusal, by its status and Confluent's number. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    Refused(int status, int code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final boolean modes;
  private final SortedMap<Integer, String> schemas = new TreeMap<>();
  private final SortedMap<String, NavigableMap<Integer, Integer>> subjects = new TreeMap<>();
  private final SortedMap<String, String> modeOf = new TreeMap<>();
  private final List<String> writes = Collections.synchronizedList(new ArrayList<>());

  private StrictRegistry(HttpServer server, boolean modes) {
    this.server = server;
    this.modes = modes;
  }

  /**
   * Starts one.
   *
   * @param modes whether they may be set
   */
  static StrictRegistry start(boolean modes) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    StrictRegistry registry = new StrictRegistry(HttpServer.create(any, 0), modes);
    registry.server.createContext("/", registry::answer);
    registry.server.start();
    return registry;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked for that was not only reading, in order. */
  List<String> writes() {
    return writes;
  }

  /** The modes that subjects have of their own. */
  SortedMap<String, String> modes() {
    return modeOf;
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status = 200;
    JsonNode answer;
    try {
      answer = answer(exchange.getRequestMethod(), exchange);
    } catch (Refused e) {
      status = e.status;
      answer = json.createObjectNode().put("error_code", e.code).put("message", e.getMessage());
    }
    byte[] body = json.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private JsonNode answer(String method, HttpExchange exchange) throws IOException, Refused {
    String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/", -1);
    for (int i = 0; i < path.length; i++) {
      path[i] = URLDecoder.decode(path[i], UTF_8);
    }
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
    String asked = method + " " + path[0] + "/*".repeat(path.length - 1);
    if (!method.equals("GET") && !asked.equals("POST subjects/*")) {
      writes.add(method + " " + String.join("/", path));
    }
    return switch (asked) {
      case "GET mode/*" -> mode(path[1]);
      case "PUT mode/*" ->
          setMode(path[1], body.get("mode").asText(), query.contains("force=true"));
      case "DELETE mode/*" -> deleteMode(path[1]);
      case "GET subjects" -> json.valueToTree(subjects.keySet());
      case "POST subjects/*" -> lookUp(path[1], body.get("schema").asText());
      case "DELETE subjects/*" -> json.valueToTree(of(path[1], subjects.remove(path[1])).keySet());
      case "GET subjects/*/*" -> json.valueToTree(versions(path[1]).keySet());
      case "POST subjects/*/*" -> json.createObjectNode().put("id", register(path[1], body));
      case "GET subjects/*/*/*" -> version(path[1], Integer.parseInt(path[3]));
      case "GET schemas/*/*" -> schema(Integer.parseInt(path[2]));
      default -> throw new Refused(NOT_FOUND, NOT_FOUND, "HTTP 404 Not Found: " + asked);
    };
  }

  private JsonNode mode(String subject) throws Refused {
    String mode = modeOf.get(subject);
    if (mode == null) {
      throw new Refused(NOT_FOUND, 40409, "Subject '" + subject + "' has no mode");
    }
    return json.createObjectNode().put("mode", mode);
  }

  private JsonNode setMode(String subject, String mode, boolean force) throws Refused {
    if (!modes) {
      throw new Refused(UNPROCESSABLE, NOT_PERMITTED, "Mode changes are not allowed");
    }
    boolean empty = !subjects.containsKey(subject);
    if (mode.equals(IMPORT) && !IMPORT.equals(modeOf.get(subject)) && !empty && !force) {
      throw new Refused(
          UNPROCESSABLE, NOT_PERMITTED, "Cannot import since found existing subjects");
    }
    modeOf.put(subject, mode);
    return json.createObjectNode().put("mode", mode);
  }

  private JsonNode deleteMode(String subject) throws Refused {
    JsonNode before = mode(subject);
    modeOf.remove(subject);
    return before;
  }

  private NavigableMap<Integer, Integer> versions(String subject) throws Refused {
    return of(subject, subjects.get(subject));
  }

  private static NavigableMap<Integer, Integer> of(
      String subject, @Nullable NavigableMap<Integer, Integer> versions) throws Refused {
    if (versions == null) {
      throw new Refused(NOT_FOUND, 40401, "Subject '" + subject + "' not found.");
    }
    return versions;
  }

  private ObjectNode version(String subject, int version) throws Refused {
    Integer id = versions(subject).get(version);
    if (id == null) {
      throw new Refused(NOT_FOUND, 40402, "Version " + version + " not found.");
    }
    return json.createObjectNode()
        .put("subject", subject)
        .put("version", version)
        .put("id", id)
        .put("schema", schemas.get(id));
  }

  private JsonNode schema(int id) throws Refused {
    String schema = schemas.get(id);
    if (schema == null) {
      throw new Refused(NOT_FOUND, 40403, "Schema " + id + " not found");
    }
    return json.createObjectNode().put("schema", schema);
  }

  private JsonNode lookUp(String subject, String schema) throws Refused {
    for (int version : versions(subject).keySet()) {
      ObjectNode found = version(subject, version);
      if (found.get("schema").asText().equals(schema)) {
        return found;
      }
    }
    throw new Refused(NOT_FOUND, 40403, "Schema not found");
  }

  private int register(String subject, JsonNode request) throws Refused {
    String schema = request.get("schema").asText();
    int id = request.path("id").asInt(-1);
    int version = request.path("version").asInt(-1);
    boolean own = id >= 0 || version > 0;
    String needed = own ? IMPORT : READWRITE;
    if (!modeOf.getOrDefault(subject, READWRITE).equals(needed)) {
      throw new Refused(
          UNPROCESSABLE, NOT_PERMITTED, "Subject " + subject + " is not in mode " + needed);
    }
    if (!own) {
      int next = schemas.isEmpty() ? 1 : schemas.lastKey() + 1;
      id =
          schemas.entrySet().stream()
              .filter(known -> known.getValue().equals(schema))
              .mapToInt(known -> known.getKey())
              .findFirst()
              .orElse(next);
    }
    if (!schemas.getOrDefault(id, schema).equals(schema)) {
      throw new Refused(
          UNPROCESSABLE,
          NOT_PERMITTED,
          "Overwrite new schema with id " + id + " is not permitted.");
    }
    schemas.put(id, schema);
    NavigableMap<Integer, Integer> versions =
        subjects.computeIfAbsent(subject, name -> new TreeMap<>());
    versions.put(own ? version : versions.isEmpty() ? 1 : versions.lastKey() + 1, id);
    return id;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
