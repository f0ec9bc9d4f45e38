package newswire.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import newswire.ingest.IngestConfig;
import newswire.ingest.NoticeWriter;
import newswire.ingest.websub.Callback;
import newswire.ingest.websub.Callbacks;
import newswire.ingest.websub.Signature;
import newswire.ingest.websub.Signature.Verdict;
import newswire.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where WebSub hubs call us: confirms what we have asked for, and takes word of news. What is
 * delivered is not read: whoever owns the source polls it. Safe for many threads.
 */
final class HubCallback implements AutoCloseable {

  /** Of a delivery; it is not kept, but read to its end for its signature. */
  static final long LARGEST = 16L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(HubCallback.class);
  private static final int LONGEST_QUERY = 16 * 1024;
  private static final int LONGEST_CHALLENGE = 2 * 1024;
  private static final int LONGEST_REASON = 500;
  private static final Duration UNTOLD_LEASE = Duration.ofDays(1);
  private static final Duration LONGEST_LEASE = Duration.ofDays(60);

  private final Callbacks callbacks;
  private final NoticeWriter writer;
  private final Clock clock;
  private final Map<String, Long> ignored = new ConcurrentHashMap<>();

  HubCallback(Callbacks callbacks, NoticeWriter writer, Clock clock) {
    this.callbacks = callbacks;
    this.writer = writer;
    this.clock = clock;
  }

  static Optional<HubCallback> of(IngestConfig config, Topics topics, Clock clock) {
    return config
        .callbacks()
        .map(c -> new HubCallback(c, new NoticeWriter(config, topics, clock), clock));
  }

  /** The path below which it answers. */
  String path() {
    return callbacks.path();
  }

  /** What is sent back; the body is plain text. */
  record Reply(int status, String text) {

    static final Reply NOTHING = new Reply(404, "");
  }

  Reply answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    Optional<Callback> callback =
        path.startsWith(path())
            ? callbacks.read(path.substring(path().length()))
            : Optional.empty();
    if (callback.isEmpty()) {
      return Reply.NOTHING;
    }
    try {
      return switch (exchange.getRequestMethod()) {
        case "GET" -> asked(callback.get(), exchange.getRequestURI().getRawQuery());
        case "POST" -> delivered(callback.get(), exchange);
        default -> {
          exchange.getResponseHeaders().set("Allow", "GET, POST");
          yield new Reply(405, "");
        }
      };
    } catch (IOException e) {
      return new Reply(400, "the body did not arrive");
    } catch (RuntimeException e) {
      LOG.warn("what a hub told was not written", e);
      exchange.getResponseHeaders().set("Retry-After", "5");
      return new Reply(503, "it could not be written; try again");
    }
  }

  /** Verification of intent, or a denial (W3C WebSub, 5.2 and 5.3). */
  private Reply asked(Callback callback, @Nullable String rawQuery) {
    Map<String, String> query = query(rawQuery);
    String mode = query.getOrDefault("hub.mode", "");
    String challenge = query.getOrDefault("hub.challenge", "");
    if (!callback.isOf(query.getOrDefault("hub.topic", ""))) {
      return Reply.NOTHING;
    }
    if (mode.equals("denied")) {
      String reason = query.getOrDefault("hub.reason", "");
      answered(callback, 0, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
      return new Reply(200, "");
    }
    // We never ask for the end of a subscription: it ends with its lease.
    boolean confirmable =
        mode.equals("subscribe") && !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE;
    if (!confirmable) {
      return Reply.NOTHING;
    }
    answered(callback, lease(query.getOrDefault("hub.lease_seconds", "")).toMillis(), "");
    return new Reply(200, challenge);
  }

  private void answered(Callback callback, long lease, String reason) {
    writer.write(
        callback.sourceId(),
        notice ->
            notice
                .setSubscription(callback.subscription())
                .setAnswers(notice.getAnswers() + 1)
                .setAnswered(clock.instant())
                .setLeaseMs(lease)
                .setReason(reason));
  }

  private static Duration lease(String seconds) {
    if (!seconds.matches("[0-9]{1,10}") || Long.parseLong(seconds) == 0) {
      return UNTOLD_LEASE;
    }
    Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
    return lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
  }

  /** Content distribution (W3C WebSub, 7). */
  private Reply delivered(Callback callback, HttpExchange exchange) throws IOException {
    List<String> values = exchange.getRequestHeaders().getOrDefault("X-Hub-Signature", List.of());
    Optional<Signature> signature = Signature.strongest(values);
    if (signature.isEmpty()) {
      ignored(callback, "it has no signature");
      return new Reply(202, "");
    }
    Verdict verdict = signature.get().of(exchange.getRequestBody(), callback.secret(), LARGEST);
    if (verdict == Verdict.TOO_LARGE) {
      ignored(callback, "it is larger than " + LARGEST + " bytes");
      return new Reply(413, "larger than " + LARGEST + " bytes");
    }
    if (verdict == Verdict.WRONG) {
      ignored(callback, "its signature is wrong");
      return new Reply(202, "");
    }
    writer.write(callback.sourceId(), notice -> notice.setDeliveries(notice.getDeliveries() + 1));
    return new Reply(202, "");
  }

  // Counted in the topic as well, but not one record for each: whoever forges could fill it.
  private void ignored(Callback callback, String why) {
    long count = ignored.merge(callback.sourceId(), 1L, Long::sum);
    if (Long.bitCount(count) == 1) {
      LOG.warn("a delivery for {} is ignored, {} so far: {}", callback.sourceId(), count, why);
      long before = count / 2;
      writer.write(
          callback.sourceId(), notice -> notice.setIgnored(notice.getIgnored() + count - before));
    }
  }

  /** The first value of each field; empty if it cannot be read. */
  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw == null || raw.length() > LONGEST_QUERY) {
      return query;
    }
    try {
      for (String field : raw.split("&", -1)) {
        int equals = field.indexOf('=');
        if (equals > 0) {
          String value = URLDecoder.decode(field.substring(equals + 1), UTF_8);
          query.putIfAbsent(URLDecoder.decode(field.substring(0, equals), UTF_8), value);
        }
      }
      return query;
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
