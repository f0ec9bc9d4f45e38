package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import newswire.ingest.push.PushServer;
import newswire.ingest.push.PushToken;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class PushServerIT {

  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";

  @TempDir private Path dir;
  private final HttpClient client = HttpClient.newHttpClient();
  private TestWorld world;
  private PushServer server;
  private String token;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new TestWorld(test.getTestMethod().orElseThrow().getName());
    server = start();
    token = Files.readString(dir.resolve("token")).strip();
  }

  @AfterEach
  void close() {
    server.close();
    world.close();
  }

  private PushServer start() throws IOException {
    PushToken secret = PushToken.in(dir.resolve("token"));
    return PushServer.start(0, secret, world.config("push"), world.topics(), Clock.systemUTC());
  }

  private HttpResponse<String> post(String type, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/articles"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (headers.length == 0) {
      request.header("Authorization", "Bearer " + token);
    } else {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void answersWithIdsOnceAllIsWritten() throws Exception {
    HttpResponse<String> rows =
        post(NDJSON, "{\"id\":\"7\",\"source\":\"tide\",\"text\":\"新闻\"}\n{\"text\":\"خبر\"}\n");
    HttpResponse<String> kill =
        post(
            JSON,
            "{\n\"uri\":\"urn:x:1\",\"pubstatus\":\"canceled\",\n"
                + "\"versioncreated\":\"2026-03-10T09:00:00Z\"}");

    assertThat(rows.statusCode()).isEqualTo(202);
    assertThat(rows.body())
        .startsWith("{\"accepted\":2,\"ids\":[\"" + ArticleId.ofItem("tide", "7") + "\",\"");
    assertThat(kill.statusCode()).isEqualTo(202);
    assertThat(kill.body()).contains(ArticleId.ofItem("wire", "urn:x:1"));
    assertThat(world.articles()).hasSize(3);
    assertThat(world.records(world.topics().withdrawals()))
        .singleElement()
        .satisfies(order -> assertThat(order.value().getStatus()).isEqualTo(Status.KILLED));
  }

  @Test
  void aRequestWithTheSameKeyIsWrittenOnceEvenByAnotherServer() throws Exception {
    String[] headers = {"Authorization", "bearer " + token, "Idempotency-Key", "k1"};
    String body = "{\"text\":\"Новость\"}";

    String first = post(JSON, body, headers).body();
    assertThat(post(JSON, body, headers).body()).isEqualTo(first);
    server.close();
    server = start();
    HttpResponse<String> again = post(JSON, body, headers);

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first);
    assertThat(post(JSON, "{\"text\":\"x\"}", headers).statusCode()).isEqualTo(422);
    assertThat(world.articles()).hasSize(1);
  }

  @Test
  void refusesAsAWholeWithLineAndField() throws Exception {
    HttpResponse<String> bad =
        post(NDJSON, "{\"text\":\"خبر\"}\n\n{\"text\":\"新闻\",\"url\":\"nowhere\"}\n");

    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body())
        .isEqualTo(
            "{\"error\":\"line 3: field url: not an HTTP address\",\"line\":3,\"field\":\"url\"}");
    assertThat(post(JSON, "{").statusCode()).isEqualTo(400);
    assertThat(post(NDJSON, "\n").statusCode()).isEqualTo(400);
    assertThat(post("text/plain", "x").statusCode()).isEqualTo(415);
    assertThat(post(NDJSON, "{\"text\":\"x\"}\n".repeat(1_001)).statusCode()).isEqualTo(413);
    assertThat(post(JSON, " ".repeat(8 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    assertThat(world.articles()).isEmpty();
  }

  @Test
  void saysLaterWhenTooManyComeAtOnce() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      slow.add(socket);
      String head =
          "POST /v1/articles HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(UTF_8));
    }
    await().until(() -> post(JSON, "{\"text\":\"x\"}").statusCode() == 429);
    for (Socket socket : slow) {
      socket.close();
    }
    await().until(() -> post(JSON, "{\"text\":\"x\"}").statusCode() == 202);
  }

  @Test
  void needsTheTokenThatNobodyElseMayRead() throws Exception {
    assertThat(post(JSON, "{}", "Authorization", "Bearer " + token + "x").statusCode())
        .isEqualTo(401);
    assertThat(post(JSON, "{}", "X-Other", "1").statusCode()).isEqualTo(401);
    Path file = dir.resolve("token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> PushToken.in(file)).hasMessageContaining("0600");
  }
}
