package newswire.sink.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Settings of the OpenSearch sink.
 *
 * @param url one address of the cluster, such as {@code https://search.example:9200}
 * @param user empty if the cluster asks for none
 * @param password kept out of {@link #toString}
 * @param group consumer group; Kafka keeps how far it is
 * @param prefix what names of indices begin with
 * @param batchSize most records in one request
 * @param requestTimeout longest wait for an answer
 * @param longestRetry longest pause between two tries to reach a cluster that is down
 */
public record OpenSearchConfig(
    URI url,
    String user,
    String password,
    String group,
    String prefix,
    int batchSize,
    Duration requestTimeout,
    Duration longestRetry) {

  public static final String DEFAULT_GROUP = "newswire-sink-opensearch";
  public static final String DEFAULT_PREFIX = "newswire-";
  public static final int DEFAULT_BATCH = 500;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,99}");
  private static final int LARGEST_BATCH = 10_000;

  public OpenSearchConfig {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    require(http && url.getHost() != null, "url must be like https://search.example:9200");
    require(url.getUserInfo() == null, "url must not hold a user or password");
    require(!group.isBlank(), "group must not be empty");
    require(NAME.matcher(prefix).matches(), "prefix must be lower-case letters, digits, - _ or .");
    require(batchSize > 0 && batchSize <= LARGEST_BATCH, "batch-size must be 1 to 10000");
    require(requestTimeout.toMillis() > 0 && longestRetry.toMillis() > 0, "a time-out is zero");
  }

  /** All defaults, for a cluster that asks for no password. */
  public static OpenSearchConfig of(URI url) {
    return new OpenSearchConfig(
        url,
        "",
        "",
        DEFAULT_GROUP,
        DEFAULT_PREFIX,
        DEFAULT_BATCH,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public String toString() {
    return "OpenSearchConfig[" + url + ", group=" + group + ", prefix=" + prefix + "]";
  }
}
