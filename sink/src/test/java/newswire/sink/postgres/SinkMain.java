package newswire.sink.postgres;

import java.util.Map;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;

/** A sink in a process of its own, for the tests that kill one. */
final class SinkMain {

  private SinkMain() {}

  public static void main(String[] args) {
    PostgresConfig config =
        PostgresConfig.from(
            Map.of(
                "jdbc-url", args[0],
                "user", args[1],
                "password", System.getenv("SINK_PASSWORD"),
                "group", args[2],
                "schema", args[3],
                "batch-size", args[4],
                "longest-retry", "PT0.5S"));
    Topics topics = new Topics(args[5], SchemaRegistry.at(args[6], Map.of()));
    new PostgresSink(config, Map.of("bootstrap.servers", args[7]), topics).run();
  }

  /** One that works on what {@code bench} has, and reaches Postgres at {@code jdbcUrl}. */
  static ProcessBuilder program(PostgresBench bench, String jdbcUrl, int batchSize) {
    PostgresConfig config = bench.config();
    ProcessBuilder builder =
        Java.program(
            SinkMain.class,
            jdbcUrl,
            config.user(),
            config.group(),
            config.schema(),
            Integer.toString(batchSize),
            bench.newsroom().topics().prefix(),
            bench.newsroom().addresses().registryUrl(),
            bench.newsroom().addresses().bootstrapServers());
    builder.environment().put("SINK_PASSWORD", config.password());
    return builder;
  }
}
