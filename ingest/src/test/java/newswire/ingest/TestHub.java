package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import newswire.ingest.fetch.Site;

/** A WebSub hub at {@code /hub} of a site: it verifies who subscribes, and delivers when told. */
final class TestHub {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> subscribers = new ConcurrentHashMap<>();
  private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
  private volatile String answer = "hub.mode=subscribe&hub.lease_seconds=3600";

  TestHub(Site site) {
    site.on("/hub", this::subscribe);
  }

  /** What subscribers are called with from now on, instead of a lease of an hour. */
  void answer(String query) {
    answer = query;
  }

  private void subscribe(HttpExchange exchange) throws IOException {
    Map<String, String> form = new TreeMap<>();
    for (String field :
        new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1)) {
      String[] parts = field.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    requests.add(form);
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
    String topic = form.getOrDefault("hub.topic", "");
    String challenge = "تحدي " + requests.size();
    HttpResponse<String> echo =
        get(topic, form, answer + "&hub.challenge=" + URLEncoder.encode(challenge, UTF_8));
    if (echo.statusCode() == 200 && echo.body().equals(challenge)) {
      subscribers.put(topic, form);
    }
  }

  private HttpResponse<String> get(String topic, Map<String, String> form, String query)
      throws IOException {
    return call(
        form.getOrDefault("hub.callback", "")
            + "?hub.topic="
            + URLEncoder.encode(topic, UTF_8)
            + "&"
            + query);
  }

  HttpResponse<String> call(String url) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  List<Map<String, String>> requests() {
    return List.copyOf(requests);
  }

  /** Topics whose subscribers have echoed the challenge. */
  boolean hasVerified(String... topics) {
    return subscribers.keySet().containsAll(List.of(topics));
  }

  String callback(String topic) {
    return subscriber(topic).getOrDefault("hub.callback", "");
  }

  private Map<String, String> subscriber(String topic) {
    return subscribers.getOrDefault(topic, Map.of());
  }

  /** Delivers, signed as it should be. */
  int deliver(String topic, String body) throws IOException, GeneralSecurityException {
    String secret = subscriber(topic).getOrDefault("hub.secret", "");
    return deliver(topic, body, "sha256=" + hmac(secret, body));
  }

  /** Delivers with this signature; empty for none. */
  int deliver(String topic, String body, String signature) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(callback(topic))).POST(BodyPublishers.ofString(body));
    if (!signature.isEmpty()) {
      request.header("X-Hub-Signature", signature);
    }
    return send(request.build()).statusCode();
  }

  static String hmac(String secret, String body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }
}
