package newswire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.local.Addresses;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Kafka, registry and Postgres, each in a container of its own. */
record Containers(KafkaContainer kafka, GenericContainer<?> registry, PostgreSQLContainer postgres)
    implements EndToEndContract.Platform {

  static final Path COMPOSE = Path.of("..", "docker-compose.yml");

  private static final int REGISTRY_PORT = 8080;
  private static final String CCOMPAT = "/apis/ccompat/v7";

  static Containers start() throws IOException {
    Containers containers =
        new Containers(
            new KafkaContainer(image("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
            new GenericContainer<>(image("apicurio/apicurio-registry"))
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/health/ready")),
            new PostgreSQLContainer(image("postgres")));
    try {
      Startables.deepStart(containers.kafka, containers.registry, containers.postgres).join();
    } catch (RuntimeException e) {
      containers.close();
      throw e;
    }
    return containers;
  }

  /** With the version that docker-compose.yml names. */
  private static String image(String name) throws IOException {
    Matcher image =
        Pattern.compile("image: (" + Pattern.quote(name) + ":\\S+)")
            .matcher(Files.readString(COMPOSE));
    if (!image.find()) {
      throw new IOException(COMPOSE + " has no image " + name);
    }
    return image.group(1);
  }

  @Override
  public Addresses addresses() {
    return new Addresses(
        kafka.getBootstrapServers(),
        "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + CCOMPAT,
        postgres.getJdbcUrl(),
        postgres.getUsername(),
        postgres.getPassword());
  }

  @Override
  public void close() {
    List.of(kafka, registry, postgres).forEach(GenericContainer::stop);
  }
}
