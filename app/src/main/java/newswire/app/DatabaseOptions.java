package newswire.app;

import java.util.HashMap;
import java.util.Map;
import newswire.app.settings.Settings;
import newswire.sink.postgres.PostgresConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which Postgres. */
final class DatabaseOptions {

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description = {
        "The database, such as jdbc:postgresql://HOST:5432/newswire, instead of that of --data; the",
        "password comes from NEWSWIRE_POSTGRES_PASSWORD or the file of --config."
      })
  private @Nullable String url;

  @Option(names = "--jdbc-user", paramLabel = "NAME", description = "User of that database.")
  private @Nullable String user;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "Schema that holds the tables (default: newswire).")
  private @Nullable String schema;

  /** The database and how it is written to, for rows or else for searching. */
  PostgresConfig config(ClusterOptions cluster, boolean search) {
    Map<String, String> own = new HashMap<>();
    put(own, SettingKeys.JDBC_URL, url);
    put(own, SettingKeys.USER, user);
    put(own, SettingKeys.SCHEMA, schema);
    Settings settings = cluster.settings(own);
    boolean named = url != null || cluster.isRemote() || !cluster.namesData();
    if (named && settings.find(SettingKeys.POSTGRES + SettingKeys.JDBC_URL).isPresent()) {
      return config(settings.section(SettingKeys.POSTGRES), search);
    }
    if (cluster.isRemote()) {
      throw Exit.usage("--bootstrap-server needs --jdbc-url URL as well");
    }
    return config(section(settings, cluster.running()), search);
  }

  /** The database of a running {@code up} and how that writes to it: in groups of its own names. */
  static PostgresConfig ofUp(RunFile run, Settings settings, boolean search) {
    Map<String, String> section = section(settings, run);
    section.remove(SettingKeys.GROUP);
    section.remove(SettingKeys.SEARCH_GROUP);
    return config(section, search);
  }

  private static Map<String, String> section(Settings settings, RunFile run) {
    Map<String, String> section = settings.section(SettingKeys.POSTGRES);
    section.put(SettingKeys.JDBC_URL, run.jdbcUrl());
    section.put(SettingKeys.USER, run.jdbcUser());
    section.put(SettingKeys.PASSWORD, run.jdbcPassword());
    return section;
  }

  private static PostgresConfig config(Map<String, String> section, boolean search) {
    Map<String, String> all = new HashMap<>(section);
    String searchGroup = all.remove(SettingKeys.SEARCH_GROUP);
    if (search) {
      all.put(SettingKeys.GROUP, searchGroup == null ? Pipeline.SEARCH_GROUP : searchGroup);
    }
    try {
      return PostgresConfig.from(all);
    } catch (IllegalArgumentException e) {
      throw Exit.usage(SettingKeys.POSTGRES + e.getMessage());
    }
  }

  private static void put(Map<String, String> settings, String key, @Nullable String value) {
    if (value != null) {
      settings.put(SettingKeys.POSTGRES + key, value);
    }
  }
}
