package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries articles, stories and withdrawals into Parquet files. */
@Command(
    name = "parquet",
    description = {
      "Writes every state of articles, stories and withdrawals to Parquet files,",
      "each exactly once. The directory knows how far it is, not the group: a new",
      "one begins at the start. SQL for the latest states: docs/lake.md."
    },
    mixinStandardHelpOptions = true)
final class ParquetSinkCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where to, on a file system that has hard links.")
  private @Nullable Path directory;

  @Option(
      names = "--group",
      description = "Consumer group (default: " + SettingKeys.PARQUET_GROUP + ").")
  private @Nullable String group;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SinkSettings settings =
        SinkSettings.of(SettingKeys.PARQUET)
            .with("dir", directory)
            .with(SettingKeys.GROUP, group)
            .read(options.clusterOptions());
    Path dir = Path.of(settings.required("dir", "--dir"));
    return options.run(
        settings.get(SettingKeys.GROUP),
        "Parquet files in " + dir,
        (sinks, config, kafka, topics) -> sinks.parquet(config, dir, kafka, topics));
  }
}
