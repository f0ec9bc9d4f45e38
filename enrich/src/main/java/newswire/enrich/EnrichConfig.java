package newswire.enrich;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How enrichment runs.
 *
 * @param bootstrapServers brokers, {@code host:port}, separated by commas
 * @param stateDirectory where the stores lie; rebuilt from their changelogs if lost
 * @param applicationPrefix put before {@code prepare}, {@code relate} and {@code assemble} to make
 *     the application ids, which are also the consumer groups (default {@code newswire.})
 * @param generation of this enrichment run; the results of a greater one outrank those of a smaller
 *     (default 1)
 * @param threads of each of the three applications (default 1)
 * @param commitInterval how often results become visible (default 100 ms)
 * @param transactionTimeout after which the broker gives up a transaction; one that hangs holds
 *     every reader back (default 10 s)
 * @param sessionTimeout after which an instance that is silent loses its partitions (default 6 s,
 *     the least a broker takes by default)
 * @param closeTimeout how long closing may take (default 10 s)
 * @param client further settings of Kafka's clients, such as credentials (default none)
 */
public record EnrichConfig(
    String bootstrapServers,
    Path stateDirectory,
    String applicationPrefix,
    int generation,
    int threads,
    Duration commitInterval,
    Duration transactionTimeout,
    Duration sessionTimeout,
    Duration closeTimeout,
    Map<String, String> client) {

  public static final String DEFAULT_APPLICATION_PREFIX = "newswire.";

  public EnrichConfig {
    if (generation < 1 || threads < 1) {
      throw new IllegalArgumentException("generation and threads start at 1");
    }
    if (commitInterval.compareTo(transactionTimeout) >= 0) {
      throw new IllegalArgumentException(
          "the commit interval must be shorter than the transaction time-out");
    }
    client = Map.copyOf(client);
  }

  /** All defaults. */
  public static EnrichConfig of(String bootstrapServers, Path stateDirectory) {
    return new EnrichConfig(
        bootstrapServers,
        stateDirectory,
        DEFAULT_APPLICATION_PREFIX,
        1,
        1,
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        Duration.ofSeconds(6),
        Duration.ofSeconds(10),
        Map.of());
  }

  /** The same with further settings of Kafka's clients. */
  public EnrichConfig withClient(Map<String, String> settings) {
    return new EnrichConfig(
        bootstrapServers,
        stateDirectory,
        applicationPrefix,
        generation,
        threads,
        commitInterval,
        transactionTimeout,
        sessionTimeout,
        closeTimeout,
        settings);
  }

  /** The same for another run, beside this one. */
  public EnrichConfig ofRun(String applicationPrefix, int generation, int threads) {
    return new EnrichConfig(
        bootstrapServers,
        stateDirectory,
        applicationPrefix,
        generation,
        threads,
        commitInterval,
        transactionTimeout,
        sessionTimeout,
        closeTimeout,
        client);
  }
}
