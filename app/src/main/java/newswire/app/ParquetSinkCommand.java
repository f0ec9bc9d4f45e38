package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

  private static final String GROUP = "newswire-sink-parquet";

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      required = true,
      description = "Where to, on a file system that has hard links.")
  private Path directory = Path.of("");

  @Option(
      names = "--group",
      defaultValue = GROUP,
      description = "Consumer group (default: ${DEFAULT-VALUE}).")
  private String group = GROUP;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return options.run(
        group,
        "Parquet files in " + directory,
        (sinks, config, kafka, topics) -> sinks.parquet(config, directory, kafka, topics));
  }
}
