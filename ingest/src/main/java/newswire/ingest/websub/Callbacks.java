package newswire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import newswire.schemas.ArticleId;

/**
 * The addresses that hubs call us at, and what they sign with: both derived from one secret, so
 * that whoever knows it can tell without any state what has been asked for. Safe for many threads.
 */
public final class Callbacks {

  /** What hubs are asked for. */
  static final Duration LEASE = Duration.ofDays(10);

  private static final int DIGEST = 32;
  private static final int PARTS = 4;
  private static final int LONGEST_TOKEN = 2_000;

  private final String base;
  private final byte[] secret;

  private Callbacks(String base, String secret) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    this.secret = secret.getBytes(UTF_8);
  }

  /**
   * Callbacks below a public address.
   *
   * @param secretFile made if it is not there
   * @throws IOException if the file is open to others, or holds no secret
   */
  public static Callbacks at(String base, Path secretFile) throws IOException {
    return new Callbacks(base, SecretFile.read(secretFile));
  }

  /** The path that the addresses begin with. */
  public String path() {
    String path = URI.create(base).getRawPath();
    return (path == null ? "" : path) + "/";
  }

  /**
   * A request for a subscription (W3C WebSub, 5.1), as a form.
   *
   * @param topic what is subscribed to
   */
  public String request(String sourceId, String hub, String topic) {
    Callback callback = callback(sourceId, subscription(hub, topic), digest(topic));
    Map<String, String> form = new TreeMap<>();
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", topic);
    form.put("hub.callback", base + "/" + token(callback));
    form.put("hub.secret", callback.secret());
    form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A name for what we ask a hub for. */
  public static String subscription(String hub, String topic) {
    return digest(hub + "\n" + topic);
  }

  private Callback callback(String sourceId, String subscription, String topic) {
    String key = mac("secret\n" + sourceId + "\n" + subscription + "\n" + topic);
    return new Callback(sourceId, subscription, topic, key);
  }

  private String token(Callback callback) {
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(callback.name());
    return String.join(".", name, callback.subscription(), callback.topicDigest(), proof(callback));
  }

  private String proof(Callback callback) {
    return mac(
        "callback\n"
            + callback.sourceId()
            + "\n"
            + callback.subscription()
            + "\n"
            + callback.topicDigest());
  }

  /** What a token stands for; empty if we have not made it. Takes as long whatever is wrong. */
  public Optional<Callback> read(String token) {
    String[] parts = token.split("\\.", -1);
    if (token.length() > LONGEST_TOKEN || parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      String sourceId = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
      Callback callback = callback(sourceId, parts[1], parts[2]);
      // Base64 has several spellings of the same bytes.
      return MessageDigest.isEqual(token(callback).getBytes(UTF_8), token.getBytes(UTF_8))
          ? Optional.of(callback)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String digest(String text) {
    return ArticleId.sha256(text.getBytes(UTF_8)).substring(0, DIGEST);
  }

  private String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
