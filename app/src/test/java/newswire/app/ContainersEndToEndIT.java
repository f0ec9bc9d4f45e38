package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** On the images of docker-compose.yml. */
class ContainersEndToEndIT extends EndToEndContract {

  @Override
  Platform start(Path dir) throws IOException {
    Assumptions.assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(), "there is no Docker here");
    return Containers.start();
  }
}
