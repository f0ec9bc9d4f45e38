package newswire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What one callback address is for.
 *
 * @param subscription as {@link Callbacks#subscription} names it
 * @param topicDigest of the topic subscribed to
 * @param secret what the hub signs with
 */
public record Callback(String sourceId, String subscription, String topicDigest, String secret) {

  /** Whether we have asked for this topic. */
  public boolean isOf(String topic) {
    return Callbacks.digest(topic).equals(topicDigest);
  }

  byte[] name() {
    return sourceId.getBytes(UTF_8);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Callback of " + sourceId;
  }
}
