package newswire.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries articles, stories and withdrawals to Postgres. */
@Command(
    name = "postgres",
    description = {
      "Carries articles, stories and withdrawals to Postgres, each exactly once. Without --jdbc-url",
      "to that of the running 'up', which shares the work unless it was started with --no-sink."
    },
    mixinStandardHelpOptions = true)
final class PostgresSinkCommand implements Callable<Integer> {

  @Mixin private SinkOptions options = new SinkOptions();

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--search",
      description = "Makes articles searchable, instead of storing them; in a group of its own.")
  private boolean search;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PostgresConfig config = database.config(options.clusterOptions(), search);
    Cluster cluster = options.cluster();
    PostgresSink sink =
        search
            ? PostgresSink.ofSearch(config, cluster.client(), cluster.topics())
            : new PostgresSink(config, cluster.client(), cluster.topics());
    return options.run(sink, "to Postgres, group " + config.group());
  }
}
