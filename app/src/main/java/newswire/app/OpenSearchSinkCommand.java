package newswire.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import newswire.app.settings.Settings;
import newswire.sink.opensearch.OpenSearchConfig;
import newswire.sink.opensearch.OpenSearchSink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries articles, stories and withdrawals to OpenSearch. */
@Command(
    name = "opensearch",
    description = {
      "Carries articles, stories and withdrawals to OpenSearch, each as if once. Indices are made",
      "with an analyzer for each language."
    },
    mixinStandardHelpOptions = true)
final class OpenSearchSinkCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  @Mixin private SinkOptions options = new SinkOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Cluster, such as https://search.example:9200.")
  private @Nullable String url;

  @Option(
      names = "--user",
      description = "User, if the cluster asks for one; NEWSWIRE_OPENSEARCH_PASSWORD is its word.")
  private @Nullable String user;

  @Option(
      names = "--group",
      description = "Consumer group (default: " + OpenSearchConfig.DEFAULT_GROUP + ").")
  private @Nullable String group;

  @Option(
      names = "--prefix",
      description =
          "What names of indices begin with (default: " + OpenSearchConfig.DEFAULT_PREFIX + ").")
  private @Nullable String prefix;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description =
          "Most records in one request (default: " + OpenSearchConfig.DEFAULT_BATCH + ").")
  private @Nullable Integer batchSize;

  @Option(
      names = "--from-beginning",
      description = "Read everything again, whatever the group has read; none of it may run.")
  private boolean fromBeginning;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OpenSearchConfig config = config();
    Cluster cluster = options.cluster();
    if (fromBeginning) {
      SinkOptions.forget(cluster, config.group());
    }
    OpenSearchSink sink = new OpenSearchSink(config, cluster.client(), cluster.topics());
    return options.run(sink, "to OpenSearch at " + config.url() + ", group " + config.group());
  }

  private OpenSearchConfig config() {
    Map<String, String> own = new HashMap<>();
    put(own, "url", url);
    put(own, SettingKeys.USER, user);
    put(own, SettingKeys.GROUP, group);
    put(own, "prefix", prefix);
    put(own, "batch-size", batchSize);
    Settings settings = options.clusterOptions().settings(own);
    if (settings.find(SettingKeys.OPENSEARCH + "url").isEmpty()) {
      throw Exit.usage("--url URL is missing: which cluster?");
    }
    try {
      return new OpenSearchConfig(
          URI.create(get(settings, "url")),
          get(settings, SettingKeys.USER),
          get(settings, SettingKeys.PASSWORD),
          get(settings, SettingKeys.GROUP),
          get(settings, "prefix"),
          number(get(settings, "batch-size")),
          PATIENCE,
          LONGEST_RETRY);
    } catch (IllegalArgumentException e) {
      throw Exit.usage(SettingKeys.OPENSEARCH + e.getMessage());
    }
  }

  private static void put(Map<String, String> settings, String key, @Nullable Object value) {
    if (value != null) {
      settings.put(SettingKeys.OPENSEARCH + key, value.toString());
    }
  }

  private static String get(Settings settings, String key) {
    return settings.get(SettingKeys.OPENSEARCH + key);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("batch-size must be a number, not " + text, e);
    }
  }
}
