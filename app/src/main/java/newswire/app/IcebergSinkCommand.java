package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import newswire.sink.lake.IcebergConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries articles, stories and withdrawals into Iceberg tables. */
@Command(
    name = "iceberg",
    description = {
      "Writes every state of articles, stories and withdrawals to Iceberg tables,",
      "each exactly once. The tables know how far they are, not the group: new",
      "tables begin at the start. The password of the catalog is taken from the",
      "environment: NEWSWIRE_SINK_PASSWORD. See docs/lake.md."
    },
    mixinStandardHelpOptions = true)
final class IcebergSinkCommand implements Callable<Integer> {

  private static final String GROUP = "newswire-sink-iceberg";

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the tables' files.")
  private Path warehouse = Path.of("");

  @Option(
      names = "--catalog",
      paramLabel = "JDBC",
      description = "Catalog, such as jdbc:postgresql://host/db (default: SQLite, DIR/catalog.db).")
  private String catalog = "";

  @Option(names = "--user", description = "User of the catalog, if it asks for one.")
  private String user = "";

  @Option(
      names = "--namespace",
      defaultValue = IcebergConfig.DEFAULT_NAMESPACE,
      description = "Namespace of the tables (default: ${DEFAULT-VALUE}).")
  private String namespace = IcebergConfig.DEFAULT_NAMESPACE;

  @Option(
      names = "--group",
      defaultValue = GROUP,
      description = "Consumer group (default: ${DEFAULT-VALUE}).")
  private String group = GROUP;

  @Override
  public Integer call() throws IOException, InterruptedException {
    IcebergConfig tables;
    try {
      tables = new IcebergConfig(warehouse, catalog, user, SinkOptions.password(), namespace);
    } catch (IllegalArgumentException e) {
      throw Exit.usage("--catalog, --namespace: " + e.getMessage());
    }
    return options.run(
        group,
        "Iceberg tables " + tables,
        (sinks, config, kafka, topics) -> sinks.iceberg(config, tables, kafka, topics));
  }
}
