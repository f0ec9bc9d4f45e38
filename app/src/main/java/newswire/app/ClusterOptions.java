package newswire.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import newswire.app.settings.Settings;
import newswire.ingest.SourceWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which system a command talks to. */
final class ClusterOptions {

  static final String DEFAULT_DATA = "newswire-data";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory of a running 'newswire up' (default: " + DEFAULT_DATA + ").")
  private @Nullable Path data;

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
  private @Nullable String prefix;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  Path data() {
    return Objects.requireNonNullElse(data, Path.of(DEFAULT_DATA));
  }

  /** Whether a data directory is named. */
  boolean namesData() {
    return data != null && bootstrapServer == null;
  }

  /**
   * Whether a cluster is named, here or by the settings; a data directory named here goes first.
   */
  boolean isRemote() {
    return bootstrapServer != null
        || (data == null && settings().find(SettingKeys.BOOTSTRAP_SERVER).isPresent());
  }

  /** What is set, these options included. */
  Settings settings() {
    return settings(Map.of());
  }

  /**
   * What is set, these options included.
   *
   * @param own settings that the command has options for, by key
   */
  Settings settings(Map<String, String> own) {
    Map<String, String> all = new HashMap<>(own);
    put(all, SettingKeys.BOOTSTRAP_SERVER, bootstrapServer);
    put(all, SettingKeys.REGISTRY, registry);
    put(all, SettingKeys.TOPIC_PREFIX, prefix);
    return settings.read(all);
  }

  private static void put(Map<String, String> settings, String key, @Nullable String value) {
    if (value != null) {
      settings.put(key, value);
    }
  }

  /** The cluster named by the options, or that of the running {@code up}. */
  Cluster cluster() {
    if (!isRemote()) {
      return Cluster.of(running());
    }
    Settings all = settings();
    String url =
        all.find(SettingKeys.REGISTRY)
            .orElseThrow(() -> Exit.usage("--bootstrap-server needs --registry URL as well"));
    return Cluster.of(all.get(SettingKeys.BOOTSTRAP_SERVER), url, all);
  }

  /** Reads and writes the sources of that cluster. */
  SourceWriter sources() {
    Cluster cluster = cluster();
    return new SourceWriter(
        cluster.ingest("cli-" + ProcessHandle.current().pid()), cluster.topics());
  }

  /** The running {@code up}. */
  RunFile running() {
    Path dir = data();
    return RunFile.running(dir)
        .orElseThrow(
            () ->
                Exit.missing(
                    "no newswire runs on "
                        + dir
                        + "; start one with 'newswire up --data "
                        + dir
                        + "', or name another with --data or --bootstrap-server"
                        + (settings().find(SettingKeys.BOOTSTRAP_SERVER).isPresent()
                            ? "; without --data it is the cluster that is set"
                            : "")));
  }
}
