package newswire.sink.postgres;

import java.io.IOException;
import java.nio.file.Path;
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
                "batch-size", args[4]));
    Topics topics = new Topics(args[5], SchemaRegistry.at(args[6], Map.of()));
    new PostgresSink(config, Map.of("bootstrap.servers", args[7]), topics).run();
  }

  /** Starts one; it runs until it is killed. */
  static Process start(PostgresBench bench, int batchSize) throws IOException {
    PostgresConfig config = bench.config();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SinkMain.class.getName(),
            config.jdbcUrl(),
            config.user(),
            config.group(),
            config.schema(),
            Integer.toString(batchSize),
            bench.newsroom().topics().prefix(),
            bench.newsroom().addresses().registryUrl(),
            bench.newsroom().addresses().bootstrapServers());
    builder.environment().put("SINK_PASSWORD", config.password());
    return builder.inheritIO().start();
  }
}
