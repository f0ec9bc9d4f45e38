package newswire.app;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import newswire.schemas.Topic;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a cluster ready. */
@Command(
    name = "init",
    description = {
      "Makes a cluster ready: waits for Kafka and the schema registry, creates the topics and",
      "registers the schemas that are missing. To be run before the first process and after every",
      "update."
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  private static final String COMPATIBILITY = "FULL_TRANSITIVE";
  private static final long PAUSE_MS = 1_000;

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "How long to wait for both, such as PT2M (default: PT1M).")
  private Duration patience = Duration.ofMinutes(1);

  @Override
  public Integer call() throws InterruptedException {
    Cluster cluster = options.cluster();
    long start = System.nanoTime();
    while (true) {
      try {
        Installation.prepare(cluster);
        requireCompatibility(cluster);
        return 0;
      } catch (KafkaException e) {
        if (System.nanoTime() - start > patience.toNanos()) {
          throw Exit.missing(e.getMessage() + "; waited for " + patience.toSeconds() + " s");
        }
        Thread.sleep(PAUSE_MS);
      }
    }
  }

  /** Has the registry refuse schemas that not every reader can read. */
  private static void requireCompatibility(Cluster cluster) {
    SchemaRegistryClient registry = cluster.registry().client();
    for (Topic<?, ?> topic : cluster.topics().all()) {
      try {
        registry.updateCompatibility(topic.subject(), COMPATIBILITY);
      } catch (RestClientException e) {
        Progress.step(
            "the registry does not take the rule " + COMPATIBILITY + ": " + e.getMessage());
        return;
      } catch (IOException e) {
        throw new KafkaException("the registry does not answer: " + e.getMessage(), e);
      }
    }
  }
}
