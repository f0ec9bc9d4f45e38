package newswire.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newswire.app.settings.Catalogue;
import newswire.app.settings.Setting;
import newswire.ingest.IngestConfig;
import newswire.schemas.Topics;
import newswire.sink.lake.IcebergConfig;
import newswire.sink.lake.LakeConfig;
import newswire.sink.opensearch.OpenSearchConfig;
import newswire.sink.postgres.PostgresConfig;

/** The names of all settings. */
final class SettingKeys {

  static final String BOOTSTRAP_SERVER = "bootstrap-server";
  static final String REGISTRY = "registry";
  static final String TOPIC_PREFIX = "topic-prefix";
  static final String HTTP_HOST = "http.host";
  static final String HTTP_PORT = "http.port";

  /** Sections: what keys begin with. */
  static final String KAFKA = "kafka.";

  static final String OF_REGISTRY = "registry.";
  static final String INGEST = "ingest.";
  static final String ENRICH = "enrich.";
  static final String POSTGRES = "postgres.";
  static final String OPENSEARCH = "opensearch.";

  static final String PARQUET = "parquet.";
  static final String ICEBERG = "iceberg.";

  /** What Parquet files and Iceberg tables have in common. */
  static final String LAKE = "lake.";

  static final String BATCH_MB = "batch-mb";
  static final String BATCH_SECONDS = "batch-seconds";
  static final String PARQUET_GROUP = "newswire-sink-parquet";
  static final String ICEBERG_GROUP = "newswire-sink-iceberg";

  /** Keys within {@link #POSTGRES}, and of other sinks. */
  static final String JDBC_URL = "jdbc-url";

  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String SCHEMA = "schema";
  static final String GROUP = "group";
  static final String SEARCH_GROUP = "search-group";

  static final Catalogue CATALOGUE = new Catalogue(all(), List.of(KAFKA, OF_REGISTRY));

  private SettingKeys() {}

  private static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    all.add(Setting.of(BOOTSTRAP_SERVER, "", "Kafka's addresses, HOST:PORT, separated by commas."));
    all.add(Setting.of(REGISTRY, "", "Address of the schema registry's Confluent API."));
    all.add(Setting.of(TOPIC_PREFIX, Topics.DEFAULT_PREFIX, "What topic names begin with."));
    all.add(Setting.of(HTTP_HOST, "127.0.0.1", "Address that the admin server listens on."));
    all.add(Setting.of(HTTP_PORT, "0", "Port of the admin server; 0 takes a free one."));
    Arrays.stream(IngestConfig.Key.values())
        .filter(key -> key != IngestConfig.Key.BOOTSTRAP_SERVERS)
        .map(key -> Setting.of(INGEST + key.key(), preset(key), key.help()))
        .forEach(all::add);
    all.addAll(EnrichSettings.KEYS);
    PostgresConfig.keys().stream()
        .map(key -> Setting.of(POSTGRES + key.name(), key.preset(), key.help()))
        .forEach(all::add);
    all.add(
        Setting.of(
            POSTGRES + SEARCH_GROUP,
            Pipeline.SEARCH_GROUP,
            "The same of 'sink postgres --search'."));
    all.addAll(openSearch());
    all.addAll(lake());
    return all;
  }

  private static String preset(IngestConfig.Key key) {
    return key == IngestConfig.Key.INSTANCE_ID ? "" : key.byDefault();
  }

  private static List<Setting> lake() {
    return List.of(
        Setting.of(
            LAKE + BATCH_MB,
            Integer.toString(LakeConfig.DEFAULT_MEGABYTES),
            "Parquet, Iceberg: write when that many megabytes have been read."),
        Setting.of(
            LAKE + BATCH_SECONDS,
            Long.toString(LakeConfig.DEFAULT_AGE.toSeconds()),
            "Parquet, Iceberg: or when the oldest record has waited that long."),
        Setting.of(PARQUET + "dir", "", "Where Parquet files are written."),
        Setting.of(PARQUET + GROUP, PARQUET_GROUP, "Consumer group."),
        Setting.of(ICEBERG + "warehouse", "", "Folder of the tables' files."),
        Setting.of(
            ICEBERG + "catalog",
            "",
            "Catalog, such as jdbc:postgresql://host/db; empty for SQLite in the warehouse."),
        Setting.of(ICEBERG + USER, "", "User of the catalog, if it asks for one."),
        Setting.of(ICEBERG + PASSWORD, "", "Password of that user."),
        Setting.of(
            ICEBERG + "namespace", IcebergConfig.DEFAULT_NAMESPACE, "Namespace of the tables."),
        Setting.of(ICEBERG + GROUP, ICEBERG_GROUP, "Consumer group."));
  }

  private static List<Setting> openSearch() {
    return List.of(
        Setting.of(OPENSEARCH + "url", "", "Cluster, such as https://search.example:9200."),
        Setting.of(OPENSEARCH + USER, "", "User, if the cluster asks for one."),
        Setting.of(OPENSEARCH + PASSWORD, "", "Password of that user."),
        Setting.of(OPENSEARCH + GROUP, OpenSearchConfig.DEFAULT_GROUP, "Consumer group."),
        Setting.of(
            OPENSEARCH + "prefix",
            OpenSearchConfig.DEFAULT_PREFIX,
            "What names of indices begin with."),
        Setting.of(
            OPENSEARCH + "batch-size",
            Integer.toString(OpenSearchConfig.DEFAULT_BATCH),
            "Most records in one request."));
  }
}
