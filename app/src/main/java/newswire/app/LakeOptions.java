package newswire.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.lake.LakeConfig;
import newswire.sink.lake.LakeSinks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What sinks that write files are told, and where they come from. */
final class LakeOptions {

  @Mixin private SinkOptions options = new SinkOptions();

  @Option(
      names = "--batch-mb",
      paramLabel = "N",
      description = "Write when that many megabytes have been read (default: 64).")
  private @Nullable Integer megabytes;

  @Option(
      names = "--batch-seconds",
      paramLabel = "N",
      description = "Or when the oldest record has waited that long (default: 300).")
  private @Nullable Integer seconds;

  ClusterOptions clusterOptions() {
    return options.clusterOptions();
  }

  /** How the sink is made, once all that it needs is known. */
  interface Maker {
    Sink make(LakeSinks sinks, LakeConfig config, Map<String, Object> kafka, Topics topics);
  }

  int run(String group, String name, Maker maker) throws IOException, InterruptedException {
    SinkSettings settings =
        SinkSettings.of(SettingKeys.LAKE)
            .with(SettingKeys.BATCH_MB, megabytes)
            .with(SettingKeys.BATCH_SECONDS, seconds)
            .read(options.clusterOptions());
    LakeConfig config;
    try {
      config =
          LakeConfig.of(
              group,
              settings.number(SettingKeys.BATCH_MB),
              Duration.ofSeconds(settings.number(SettingKeys.BATCH_SECONDS)));
    } catch (IllegalArgumentException e) {
      throw settings.unfit(e);
    }
    LakeSinks sinks =
        LakeSinks.installed()
            .orElseThrow(
                () ->
                    Exit.missing(
                        "this sink needs the module lake, which is not on the class path; "
                            + "./newswire puts it there, or else 'mvn -pl lake -am package "
                            + "-DskipTests' makes its jars, in lake/target/dist"));
    Cluster cluster = options.cluster();
    Sink sink = maker.make(sinks, config, cluster.client(), cluster.topics());
    return options.run(sink, name + ", group " + group);
  }
}
