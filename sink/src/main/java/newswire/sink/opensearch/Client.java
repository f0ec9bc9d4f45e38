package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import newswire.sink.SinkException;
import newswire.sink.intake.Reason;
import newswire.sink.intake.Store.StoreDown;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** Asks OpenSearch, and tells trouble with the cluster from an answer about what was asked. */
final class Client implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String LINES = "application/x-ndjson";
  private static final String OBJECT = "application/json";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /**
   * What OpenSearch said.
   *
   * @param status of HTTP
   * @param body null node if there was none
   */
  record Answer(int status, JsonNode body) {

    boolean isGood() {
      return status < 300;
    }

    /** Type and reason of the error. */
    String error() {
      return body.has("error") ? Client.error(body.path("error")) : "HTTP status " + status;
    }
  }

  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  Client(OpenSearchConfig config) {
    HttpHost host =
        new HttpHost(config.url().getScheme(), config.url().getHost(), config.url().getPort());
    Timeout patience = Timeout.ofMilliseconds(config.requestTimeout().toMillis());
    ApacheHttpClient5TransportBuilder builder =
        ApacheHttpClient5TransportBuilder.builder(host)
            .setRequestConfigCallback(request -> request.setResponseTimeout(patience));
    if (!config.user().isEmpty()) {
      BasicCredentialsProvider credentials = new BasicCredentialsProvider();
      credentials.setCredentials(
          new AuthScope(host),
          new UsernamePasswordCredentials(config.user(), config.password().toCharArray()));
      builder.setHttpClientConfigCallback(http -> http.setDefaultCredentialsProvider(credentials));
    }
    this.transport = builder.build();
    this.client = new OpenSearchGenericClient(transport);
  }

  Answer get(String path) throws StoreDown {
    return call("GET", path, "", OBJECT);
  }

  Answer put(String path, JsonNode body) throws StoreDown {
    return call("PUT", path, body.toString(), OBJECT);
  }

  Answer post(String path, JsonNode body) throws StoreDown {
    return call("POST", path, body.toString(), OBJECT);
  }

  /** As {@link #post} with many objects, one a line. */
  Answer postLines(String path, String lines) throws StoreDown {
    return call("POST", path, lines, LINES);
  }

  /** As asked for; a refusal stops the sink. */
  static Answer expectGood(Answer answer) {
    if (!answer.isGood()) {
      throw new SinkException("OpenSearch refuses us: " + answer.error());
    }
    return answer;
  }

  private Answer call(String method, String path, String body, String type) throws StoreDown {
    Answer answer = answer(method, path, body, type);
    int status = answer.status();
    if (status == UNAUTHORIZED || (status == FORBIDDEN && !isBlocked(answer))) {
      throw new SinkException("OpenSearch refuses us (" + status + "): check user and password");
    }
    if (status == FORBIDDEN || status == TOO_MANY || status >= SERVER_ERROR) {
      throw new StoreDown("OpenSearch cannot now (" + status + "): " + answer.error());
    }
    return answer;
  }

  private Answer answer(String method, String path, String text, String type) throws StoreDown {
    Body body = text.isEmpty() ? null : Body.from(text.getBytes(StandardCharsets.UTF_8), type);
    try (Response response =
        client.execute(Requests.create(method, path, List.of(), Map.of(), body))) {
      return new Answer(response.getStatus(), body(response));
    } catch (ResponseException e) {
      return new Answer(e.status(), JSON.nullNode()); // whose body the client keeps to itself
    } catch (IOException e) {
      throw new StoreDown("OpenSearch does not answer: " + Reason.sentence(e), e);
    }
  }

  // An index that is read-only while the disk is full.
  private static boolean isBlocked(Answer answer) {
    return answer.error().startsWith("cluster_block_exception");
  }

  private static JsonNode body(Response response) throws IOException {
    Body body = response.getBody().orElse(null);
    if (body == null) {
      return JSON.nullNode();
    }
    try (body) {
      return JSON.readTree(body.bodyAsBytes());
    }
  }

  /** Type and reason, cut where it is long: a reason may quote the document. */
  static String error(JsonNode error) {
    String said =
        error.isTextual()
            ? error.asText()
            : error.path("type").asText("") + ": " + error.path("reason").asText("");
    return said.substring(
        0, said.offsetByCodePoints(0, Math.min(300, said.codePointCount(0, said.length()))));
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new SinkException("the connection to OpenSearch does not close", e);
    }
  }
}
