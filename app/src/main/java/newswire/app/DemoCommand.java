package newswire.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import newswire.app.demo.DemoWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the sample news world to a cluster. */
@Command(
    name = "demo",
    description = {
      "Serves the sample news world of 'up --demo' and makes its outlets sources of the cluster. The",
      "names OUTLET.DOMAIN must lead here from where 'ingest sources' runs."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Mixin private RoleOptions options = new RoleOptions();

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Address to serve on (default: ${DEFAULT-VALUE}).")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to serve on (default: ${DEFAULT-VALUE}).")
  private int port = 8090;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "What the outlets' names end with (default: ${DEFAULT-VALUE}).")
  private String domain = "localhost";

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Keeps the moment that the world begins at (default: ${DEFAULT-VALUE}).")
  private Path state = Path.of(ClusterOptions.DEFAULT_DATA);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Cluster cluster = options.cluster();
    Files.createDirectories(state);
    try (DemoWorld world =
        DemoWorld.start(InetAddress.getByName(address), domain, port, DemoRun.epoch(state))) {
      return options.run(
          new DemoRole(world, cluster), "a sample news world on port " + world.port());
    } catch (UnknownHostException e) {
      throw Exit.usage("--listen: there is no address " + address);
    }
  }
}
