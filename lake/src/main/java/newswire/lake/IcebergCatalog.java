package newswire.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import newswire.sink.lake.IcebergConfig;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** The tables of the datasets, in a catalog that a database keeps. */
final class IcebergCatalog {

  // What PyIceberg and others have to be told, too.
  private static final String NAME = "newswire";

  private static final Map<String, String> SETTINGS =
      Map.of(
          TableProperties.FORMAT_VERSION, "2",
          TableProperties.PARQUET_COMPRESSION, RowFiles.CODEC,
          TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");

  private IcebergCatalog() {}

  /** Connects; the caller closes it. */
  static JdbcCatalog open(IcebergConfig config) throws IOException {
    Files.createDirectories(config.warehouse());
    String warehouse = config.warehouse().toAbsolutePath().toString();
    Map<String, String> settings = new HashMap<>();
    settings.put(CatalogProperties.WAREHOUSE_LOCATION, warehouse);
    settings.put(
        CatalogProperties.URI,
        config.catalog().isEmpty()
            ? "jdbc:sqlite:" + warehouse + "/catalog.db?busy_timeout=10000"
            : config.catalog());
    settings.put("jdbc.schema-version", "V1");
    if (!config.user().isEmpty()) {
      settings.put("jdbc.user", config.user());
      settings.put("jdbc.password", config.password());
    }
    JdbcCatalog catalog = new JdbcCatalog(properties -> new LocalFileIo(), null, true);
    catalog.initialize(NAME, settings);
    return catalog;
  }

  /** The tables, made or given new columns where they need it. */
  static Map<Dataset, Table> tables(JdbcCatalog catalog, String namespace) {
    Namespace space = Namespace.of(namespace);
    if (!catalog.namespaceExists(space)) {
      try {
        catalog.createNamespace(space);
      } catch (AlreadyExistsException e) {
        // another process was faster
      }
    }
    Map<Dataset, Table> tables = new EnumMap<>(Dataset.class);
    for (Dataset dataset : Dataset.values()) {
      tables.put(dataset, table(catalog, TableIdentifier.of(space, dataset.label()), dataset));
    }
    return tables;
  }

  private static Table table(JdbcCatalog catalog, TableIdentifier name, Dataset dataset) {
    if (!catalog.tableExists(name)) {
      try {
        PartitionSpec byDay =
            PartitionSpec.builderFor(dataset.schema()).identity(Dataset.DAY).build();
        return catalog.createTable(name, dataset.schema(), byDay, SETTINGS);
      } catch (AlreadyExistsException e) {
        // another process was faster
      }
    }
    Table table = catalog.loadTable(name);
    table.updateSchema().unionByNameWith(dataset.schema()).commit();
    return table;
  }
}
