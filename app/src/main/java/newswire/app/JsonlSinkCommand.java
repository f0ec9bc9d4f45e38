package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import newswire.sink.jsonl.JsonlConfig;
import newswire.sink.jsonl.JsonlSink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes records as JSON lines. */
@Command(
    name = "jsonl",
    description = {
      "Writes the records of a topic as JSON lines to standard output, each at least once: what"
          + " was",
      "written before a crash may come again. A line {\"id\":...,\"deleted\":true} says that the",
      "article is killed, or it or the story removed: forget what you have of it."
    },
    mixinStandardHelpOptions = true)
final class JsonlSinkCommand implements Callable<Integer> {

  @Mixin private SinkOptions options = new SinkOptions();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "articles",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private JsonlConfig.Records topic = JsonlConfig.Records.ARTICLES;

  @Option(
      names = "--group",
      description = {
        "Consumer group; a new one begins at the start (default: newswire-sink-jsonl-TOPIC)."
      })
  private @Nullable String group;

  @Option(
      names = "--from-beginning",
      description = "Read everything again, whatever the group has read; none of it may run.")
  private boolean fromBeginning;

  @Option(names = "--all", description = "Articles that are withheld or under embargo as well.")
  private boolean all;

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonlConfig config;
    try {
      config = group == null ? JsonlConfig.of(topic, all) : new JsonlConfig(topic, group, all);
    } catch (IllegalArgumentException e) {
      throw Exit.usage(String.valueOf(e.getMessage()));
    }
    Cluster cluster = options.cluster();
    if (fromBeginning) {
      SinkOptions.forget(cluster, config.group());
    }
    JsonlSink sink =
        new JsonlSink(config, cluster.client(), cluster.topics(), System.out, Clock.systemUTC());
    return options.run(sink, "JSON lines, group " + config.group());
  }
}
