package newswire.app;

import java.nio.file.Path;
import newswire.ingest.IngestConfig;
import newswire.ingest.SourceWriter;
import newswire.schemas.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which system a command talks to. */
final class ClusterOptions {

  static final String DEFAULT_DATA = "newswire-data";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = DEFAULT_DATA,
      description = "Data directory of a running 'newswire up' (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(DEFAULT_DATA);

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "A Kafka cluster, instead of --data; needs --registry.")
  private @Nullable String bootstrapServer;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry of that cluster.")
  private @Nullable String registry;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description = "What topic names begin with (default: newswire.).")
  private String prefix = Topics.DEFAULT_PREFIX;

  Path data() {
    return data;
  }

  boolean isRemote() {
    return bootstrapServer != null;
  }

  /** The cluster named by the options, or that of the running {@code up}. */
  Cluster cluster() {
    if (bootstrapServer != null) {
      if (registry == null) {
        throw Exit.usage("--bootstrap-server needs --registry URL as well");
      }
      return new Cluster(bootstrapServer, registry, prefix);
    }
    return Cluster.of(running());
  }

  /** Reads and writes the sources of that cluster. */
  SourceWriter sources() {
    Cluster cluster = cluster();
    String instance = "cli-" + ProcessHandle.current().pid();
    return new SourceWriter(
        IngestConfig.of(cluster.bootstrapServers(), instance), cluster.topics());
  }

  /** The running {@code up}. */
  RunFile running() {
    return RunFile.running(data)
        .orElseThrow(
            () ->
                Exit.missing(
                    "no newswire runs on "
                        + data
                        + "; start one with 'newswire up --data "
                        + data
                        + "', or name another with --data or --bootstrap-server"));
  }
}
