package newswire.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
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
    SinkSettings settings =
        SinkSettings.of(SettingKeys.OPENSEARCH)
            .with("url", url)
            .with(SettingKeys.USER, user)
            .with(SettingKeys.GROUP, group)
            .with("prefix", prefix)
            .with("batch-size", batchSize)
            .read(options.clusterOptions());
    try {
      return new OpenSearchConfig(
          URI.create(settings.required("url", "--url")),
          settings.get(SettingKeys.USER),
          settings.get(SettingKeys.PASSWORD),
          settings.get(SettingKeys.GROUP),
          settings.get("prefix"),
          settings.number("batch-size"),
          PATIENCE,
          LONGEST_RETRY);
    } catch (IllegalArgumentException e) {
      throw settings.unfit(e);
    }
  }
}
