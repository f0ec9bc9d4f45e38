package newswire.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newswire.ingest.websub.Callbacks;
import okhttp3.HttpUrl;

/**
 * How ingest runs. Defaults and help are in {@link Key}.
 *
 * @param websubCallback empty for no WebSub
 * @param kafka further settings of every Kafka client, such as credentials
 */
public record IngestConfig(
    String bootstrapServers,
    String instanceId,
    String groupId,
    String userAgent,
    int parallelFetches,
    Duration fetchDeadline,
    int maxFeedBytes,
    int maxPageBytes,
    int batchArticles,
    Duration sessionTimeout,
    Duration transactionTimeout,
    List<Duration> recheckAfter,
    String websubCallback,
    String websubSecretFile,
    Map<String, String> kafka) {

  /** What can be set, and what it is when nobody sets it. */
  public enum Key {
    BOOTSTRAP_SERVERS("127.0.0.1:9092", "Kafka's addresses, host:port separated by commas."),
    INSTANCE_ID("1", "Names this process among all that ingest; no two at a time may share it."),
    GROUP_ID("newswire-ingest", "The consumer group that the sources are shared in."),
    USER_AGENT("newswire/0.1 (+https://example.org/newswire)", "Sent with every request."),
    PARALLEL_FETCHES("4", "Most sites asked at once."),
    FETCH_DEADLINE_MS("30000", "For a whole request, redirects and body included."),
    MAX_FEED_BYTES("8388608", "Most bytes of a feed, content codings removed; at most 8388608."),
    MAX_PAGE_BYTES("6291456", "Most bytes of a page, content codings removed; at most 6291456."),
    BATCH_ARTICLES("50", "Most articles in one transaction."),
    SESSION_TIMEOUT_MS("10000", "After this long without a sign of life, others take the sources."),
    TRANSACTION_TIMEOUT_MS("15000", "After this long the broker gives up a transaction left open."),
    RECHECK_AFTER(
        "PT1H,PT6H,PT24H,P7D",
        "How long after the first fetch pages are asked for again, ascending; 'never' for not at all."),
    WEBSUB_CALLBACK(
        "",
        "Public address below which hubs reach the push server, such as https://news.example/websub;"
            + " empty for no WebSub."),
    WEBSUB_SECRET_FILE(
        "",
        "Holds the secret of all callbacks; made with mode 0600 if missing, needed for WebSub.");

    private final String byDefault;
    private final String help;

    Key(String byDefault, String help) {
      this.byDefault = byDefault;
      this.help = help;
    }

    /** The key as it is written, such as {@code user-agent}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String byDefault() {
      return byDefault;
    }

    public String help() {
      return help;
    }
  }

  private static final int LARGEST_FEED = 8 * 1024 * 1024;
  private static final int LARGEST_PAGE = 6 * 1024 * 1024;
  private static final String KAFKA = "kafka.";

  public IngestConfig {
    kafka = Map.copyOf(kafka);
    recheckAfter = List.copyOf(recheckAfter);
    checkCallback(websubCallback, websubSecretFile);
    within(Key.PARALLEL_FETCHES, parallelFetches, 256);
    within(Key.MAX_FEED_BYTES, maxFeedBytes, LARGEST_FEED);
    within(Key.MAX_PAGE_BYTES, maxPageBytes, LARGEST_PAGE);
    within(Key.BATCH_ARTICLES, batchArticles, 1_000);
  }

  private static void checkCallback(String callback, String secretFile) {
    if (callback.isEmpty()) {
      return;
    }
    HttpUrl url = HttpUrl.parse(callback);
    if (url == null || url.query() != null || url.encodedPath().equals("/")) {
      throw new IllegalArgumentException(
          Key.WEBSUB_CALLBACK.key() + " must be an HTTP address with a path, not " + callback);
    }
    if (secretFile.isEmpty()) {
      throw new IllegalArgumentException(
          Key.WEBSUB_CALLBACK.key() + " needs " + Key.WEBSUB_SECRET_FILE.key());
    }
  }

  /**
   * Where hubs call us, if they may.
   *
   * @throws UncheckedIOException if the secret cannot be had
   */
  public Optional<Callbacks> callbacks() {
    try {
      return websubCallback.isEmpty()
          ? Optional.empty()
          : Optional.of(Callbacks.at(websubCallback, Path.of(websubSecretFile)));
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void within(Key key, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          key.key() + " must be between 1 and " + most + ", not " + value);
    }
  }

  /** All defaults, but for where Kafka is and who we are. */
  public static IngestConfig of(String bootstrapServers, String instanceId) {
    return of(Map.of("bootstrap-servers", bootstrapServers, "instance-id", instanceId));
  }

  /**
   * What is set, and defaults for the rest.
   *
   * @param settings by {@link Key#key()}; {@code kafka.NAME} is a setting of Kafka's clients
   * @throws IllegalArgumentException naming the key that is unknown or has no such value
   */
  public static IngestConfig of(Map<String, String> settings) {
    Map<Key, String> values = new EnumMap<>(Key.class);
    Map<String, String> kafka = new TreeMap<>();
    Map<String, String> unknown = new TreeMap<>(settings);
    for (Key key : Key.values()) {
      String value = unknown.remove(key.key());
      values.put(key, value == null ? key.byDefault() : value);
    }
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(KAFKA)) {
            kafka.put(key.substring(KAFKA.length()), value);
            unknown.remove(key);
          }
        });
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown key: " + unknown.keySet().iterator().next());
    }
    return new Values(values).config(kafka);
  }

  private record Values(Map<Key, String> values) {

    IngestConfig config(Map<String, String> kafka) {
      return new IngestConfig(
          text(Key.BOOTSTRAP_SERVERS),
          text(Key.INSTANCE_ID),
          text(Key.GROUP_ID),
          text(Key.USER_AGENT),
          number(Key.PARALLEL_FETCHES),
          millis(Key.FETCH_DEADLINE_MS),
          number(Key.MAX_FEED_BYTES),
          number(Key.MAX_PAGE_BYTES),
          number(Key.BATCH_ARTICLES),
          millis(Key.SESSION_TIMEOUT_MS),
          millis(Key.TRANSACTION_TIMEOUT_MS),
          times(Key.RECHECK_AFTER),
          values.getOrDefault(Key.WEBSUB_CALLBACK, "").strip(),
          values.getOrDefault(Key.WEBSUB_SECRET_FILE, "").strip(),
          kafka);
    }

    private String text(Key key) {
      String value = values.getOrDefault(key, "");
      if (value.isBlank()) {
        throw new IllegalArgumentException(key.key() + " must not be empty");
      }
      return value;
    }

    private List<Duration> times(Key key) {
      if (text(key).equals("never")) {
        return List.of();
      }
      List<Duration> times = new ArrayList<>();
      for (String time : text(key).split(",", -1)) {
        Duration last = times.isEmpty() ? Duration.ZERO : times.get(times.size() - 1);
        times.add(time(key, time.strip(), last));
      }
      return times;
    }

    private static Duration time(Key key, String text, Duration last) {
      try {
        Duration time = Duration.parse(text);
        if (time.compareTo(last) > 0) {
          return time;
        }
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(key.key() + " has no such time as " + text, e);
      }
      throw new IllegalArgumentException(key.key() + " must ascend, not so " + text);
    }

    private int number(Key key) {
      try {
        return Integer.parseInt(text(key));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(key.key() + " must be a number, not " + text(key), e);
      }
    }

    private Duration millis(Key key) {
      int millis = number(key);
      if (millis < 1) {
        throw new IllegalArgumentException(key.key() + " must be positive, not " + millis);
      }
      return Duration.ofMillis(millis);
    }
  }
}
