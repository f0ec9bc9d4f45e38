package newswire.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import newswire.sink.opensearch.OpenSearchConfig;
import newswire.sink.opensearch.OpenSearchSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries articles, stories and withdrawals to OpenSearch. */
@Command(
    name = "opensearch",
    description = {
      "Carries articles, stories and withdrawals to OpenSearch, each as if once. Indices are made",
      "with an analyzer for each language. The password is taken from the environment:",
      "NEWSWIRE_SINK_PASSWORD."
    },
    mixinStandardHelpOptions = true)
final class OpenSearchSinkCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  @Mixin private SinkOptions options = new SinkOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description = "Cluster, such as https://search.example:9200.")
  private URI url = URI.create("");

  @Option(names = "--user", description = "User, if the cluster asks for one.")
  private String user = "";

  @Option(
      names = "--group",
      defaultValue = OpenSearchConfig.DEFAULT_GROUP,
      description = "Consumer group (default: ${DEFAULT-VALUE}).")
  private String group = OpenSearchConfig.DEFAULT_GROUP;

  @Option(
      names = "--prefix",
      defaultValue = OpenSearchConfig.DEFAULT_PREFIX,
      description = "What names of indices begin with (default: ${DEFAULT-VALUE}).")
  private String prefix = OpenSearchConfig.DEFAULT_PREFIX;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Most records in one request (default: 500).")
  private int batchSize = OpenSearchConfig.DEFAULT_BATCH;

  @Option(
      names = "--from-beginning",
      description = "Read everything again, whatever the group has read; none of it may run.")
  private boolean fromBeginning;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OpenSearchConfig config = config();
    Cluster cluster = options.cluster();
    if (fromBeginning) {
      SinkOptions.forget(cluster, group);
    }
    OpenSearchSink sink = new OpenSearchSink(config, cluster.client(), cluster.topics());
    return options.run(sink, "to OpenSearch at " + url + ", group " + group);
  }

  private OpenSearchConfig config() {
    try {
      return new OpenSearchConfig(
          url, user, SinkOptions.password(), group, prefix, batchSize, PATIENCE, LONGEST_RETRY);
    } catch (IllegalArgumentException e) {
      throw Exit.usage(String.valueOf(e.getMessage()));
    }
  }
}
