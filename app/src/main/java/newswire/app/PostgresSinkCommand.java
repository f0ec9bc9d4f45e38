package newswire.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries articles, stories and withdrawals to Postgres. */
@Command(
    name = "postgres",
    description = {
      "Carries articles, stories and withdrawals to Postgres, each exactly once. Without --url to",
      "that of the running 'up', which shares the work unless it was started with --no-sink. The",
      "password is taken from the environment: NEWSWIRE_SINK_PASSWORD."
    },
    mixinStandardHelpOptions = true)
final class PostgresSinkCommand implements Callable<Integer> {

  @Mixin private SinkOptions options = new SinkOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Database, such as jdbc:postgresql://127.0.0.1:5432/newswire.")
  private @Nullable String url;

  @Option(names = "--user", description = "User of --url; must be allowed to create the schema.")
  private @Nullable String user;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Another setting: group, schema, batch-size, statement-timeout, lock-timeout,",
        "idle-timeout, longest-retry, history; time-outs are like PT30S."
      })
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--search",
      description = "Makes articles searchable, instead of storing them; in a group of its own.")
  private boolean search;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PostgresConfig config = config();
    Cluster cluster = options.cluster();
    PostgresSink sink =
        search
            ? PostgresSink.ofSearch(config, cluster.client(), cluster.topics())
            : new PostgresSink(config, cluster.client(), cluster.topics());
    return options.run(sink, "to Postgres, group " + config.group());
  }

  private PostgresConfig config() {
    if (settings.keySet().stream().anyMatch(key -> key.equals("password"))) {
      throw Exit.usage("the password is taken from NEWSWIRE_SINK_PASSWORD");
    }
    Map<String, String> all = new HashMap<>(settings);
    if (search) {
      all.putIfAbsent("group", Pipeline.SEARCH_GROUP);
    }
    if (url != null) {
      all.put("jdbc-url", url);
      all.put("user", user == null ? "" : user);
      all.put("password", SinkOptions.password());
    } else if (options.isRemote()) {
      throw Exit.usage("--bootstrap-server needs --url as well");
    } else {
      RunFile run = options.running();
      all.put("jdbc-url", run.jdbcUrl());
      all.put("user", run.jdbcUser());
      all.put("password", run.jdbcPassword());
    }
    try {
      return PostgresConfig.from(all);
    } catch (IllegalArgumentException e) {
      throw Exit.usage(String.valueOf(e.getMessage()));
    }
  }
}
