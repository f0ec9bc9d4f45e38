package newswire.app;

import java.nio.file.Path;
import java.util.Map;
import newswire.app.settings.Settings;
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

  /**
   * The settings of ingest, with it.
   *
   * @param data where the secret is kept if nothing else is set
   */
  Map<String, String> ingest(Settings settings, Path data) {
    Map<String, String> ingest = settings.section(SettingKeys.INGEST);
    if (callback != null) {
      ingest.put(Key.WEBSUB_CALLBACK.key(), callback);
    }
    if (isOn(ingest)) {
      ingest.putIfAbsent(Key.WEBSUB_SECRET_FILE.key(), data.resolve("websub-secret").toString());
    }
    return ingest;
  }

  /** Whether hubs may call, by the settings of ingest. */
  static boolean isOn(Map<String, String> ingest) {
    return ingest.containsKey(Key.WEBSUB_CALLBACK.key());
  }
}
