package newswire.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import newswire.sink.lake.LakeConfig;

/** A sink in a process of its own, for the test that kills one. */
final class LakeMain {

  private LakeMain() {}

  public static void main(String[] args) {
    LakeConfig config =
        new LakeConfig(args[0], 20_000, Duration.ofMillis(100), Duration.ofMillis(500));
    Topics topics = new Topics(args[1], SchemaRegistry.at(args[2], Map.of()));
    Map<String, Object> kafka =
        Map.of("bootstrap.servers", args[3], "max.partition.fetch.bytes", 4_000);
    new InstalledLakeSinks().parquet(config, Path.of(args[4]), kafka, topics).run();
  }

  static ProcessBuilder program(LakeBench bench, Path directory) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        LakeMain.class.getName(),
        bench.group(),
        bench.newsroom().topics().prefix(),
        bench.newsroom().addresses().registryUrl(),
        bench.newsroom().addresses().bootstrapServers(),
        directory.toString());
  }
}
