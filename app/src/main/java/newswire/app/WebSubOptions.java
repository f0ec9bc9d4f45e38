package newswire.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import newswire.ingest.IngestConfig;
import newswire.ingest.IngestConfig.Key;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where hubs may call us. */
final class WebSubOptions {

  @Option(
      names = "--websub-callback",
      paramLabel = "URL",
      description = {
        "Public address, such as https://news.example/websub, that your proxy hands on to the push",
        "port, path unchanged. Feeds with a WebSub hub are then subscribed to (default: they are not)."
      })
  private @Nullable String callback;

  boolean isOn() {
    return callback != null;
  }

  /** Ends the command if the address is none that hubs could call. */
  void check() {
    config("-", "-", Path.of("-"));
  }

  /**
   * How ingest runs with it.
   *
   * @param data where the secret is kept
   */
  IngestConfig config(String bootstrapServers, String instanceId, Path data) {
    Map<String, String> settings = new HashMap<>();
    settings.put(Key.BOOTSTRAP_SERVERS.key(), bootstrapServers);
    settings.put(Key.INSTANCE_ID.key(), instanceId);
    if (callback != null) {
      settings.put(Key.WEBSUB_CALLBACK.key(), callback);
      settings.put(Key.WEBSUB_SECRET_FILE.key(), data.resolve("websub-secret").toString());
    }
    try {
      return IngestConfig.of(settings);
    } catch (IllegalArgumentException e) {
      throw Exit.usage("--" + e.getMessage());
    }
  }
}
