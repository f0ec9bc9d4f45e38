package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.sql.SQLException;
import java.time.Duration;
import newswire.local.Addresses;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

/** The repository's own docker-compose.yml, which publishes its ports as it says. */
@Tag("docker")
class ComposeIT {

  private static final Stored STORED =
      new Stored(
          new Addresses(
              "127.0.0.1:9092",
              "http://127.0.0.1:8081/apis/ccompat/v7",
              "jdbc:postgresql://127.0.0.1:5432/newswire",
              "newswire",
              "newswire"));

  @Test
  void losesNothingAndStoresNothingTwiceThoughEnrichmentAndBrokerAreKilled() throws Exception {
    Assumptions.assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(), "there is no Docker here");
    try (ComposeContainer compose = compose()) {
      compose.start();
      awaitArticles(1);
      kill(compose, "enrich-1");
      awaitArticles(STORED.strings("select id from newswire.articles").size() + 1);
      kill(compose, "kafka-1");
      start(compose, "kafka-1");
      start(compose, "enrich-1");
      awaitAll();

      InProcess verify = STORED.verify();
      assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
    }
  }

  private static ComposeContainer compose() {
    return new ComposeContainer("newswire-it", Containers.COMPOSE.toFile())
        .withPull(false)
        // Named, for with a scale only that service and what it needs would be started.
        .withServices("demo", "ingest", "enrich", "sink-postgres")
        .withScaledService("enrich", 2)
        .waitingFor("kafka", healthy())
        .waitingFor("registry", healthy())
        .waitingFor("ingest", healthy())
        .waitingFor("sink-postgres", healthy())
        .withStartupTimeout(Duration.ofMinutes(5));
  }

  private static WaitStrategy healthy() {
    return Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(4));
  }

  private static void kill(ComposeContainer compose, String service) {
    client().killContainerCmd(id(compose, service)).exec();
  }

  private static void start(ComposeContainer compose, String service) {
    client().startContainerCmd(id(compose, service)).exec();
  }

  private static DockerClient client() {
    return DockerClientFactory.instance().client();
  }

  private static String id(ComposeContainer compose, String service) {
    return compose.getContainerByServiceName(service).orElseThrow().getContainerId();
  }

  private static void awaitArticles(int count) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .until(() -> STORED.strings("select id from newswire.articles").size() >= count);
  }

  /** What {@code up --demo} stores as well. */
  private static void awaitAll() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .untilAsserted(
            () ->
                assertThat(
                        STORED.strings(
                            "select count(*) || ' stored, '"
                                + " || count(*) filter (where relation <> 'NONE') || ' copies'"
                                + " from newswire.articles union all"
                                + " select count(*) || ' stories' from newswire.stories"))
                    .containsExactlyInAnyOrder("66 stored, 4 copies", "60 stories"));
    assertThat(STORED.letters()).hasSize(1);
  }
}
