package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import newswire.sink.lake.IcebergConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries articles, stories and withdrawals into Iceberg tables. */
@Command(
    name = "iceberg",
    description = {
      "Writes every state of articles, stories and withdrawals to Iceberg tables,",
      "each exactly once. The tables know how far they are, not the group: new",
      "tables begin at the start. See docs/lake.md."
    },
    mixinStandardHelpOptions = true)
final class IcebergSinkCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(names = "--warehouse", paramLabel = "DIR", description = "Folder of the tables' files.")
  private @Nullable Path warehouse;

  @Option(
      names = "--catalog",
      paramLabel = "JDBC",
      description = "Catalog, such as jdbc:postgresql://host/db (default: SQLite, DIR/catalog.db).")
  private @Nullable String catalog;

  @Option(
      names = "--user",
      description =
          "User of the catalog, if it asks for one; NEWSWIRE_ICEBERG_PASSWORD is its word.")
  private @Nullable String user;

  @Option(
      names = "--namespace",
      description = "Namespace of the tables (default: " + IcebergConfig.DEFAULT_NAMESPACE + ").")
  private @Nullable String namespace;

  @Option(
      names = "--group",
      description = "Consumer group (default: " + SettingKeys.ICEBERG_GROUP + ").")
  private @Nullable String group;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SinkSettings settings =
        SinkSettings.of(SettingKeys.ICEBERG)
            .with("warehouse", warehouse)
            .with("catalog", catalog)
            .with(SettingKeys.USER, user)
            .with("namespace", namespace)
            .with(SettingKeys.GROUP, group)
            .read(options.clusterOptions());
    IcebergConfig tables;
    try {
      tables =
          new IcebergConfig(
              Path.of(settings.required("warehouse", "--warehouse")),
              settings.get("catalog"),
              settings.get(SettingKeys.USER),
              settings.get(SettingKeys.PASSWORD),
              settings.get("namespace"));
    } catch (IllegalArgumentException e) {
      throw settings.unfit(e);
    }
    return options.run(
        settings.get(SettingKeys.GROUP),
        "Iceberg tables " + tables,
        (sinks, config, kafka, topics) -> sinks.iceberg(config, tables, kafka, topics));
  }
}
