package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import newswire.ingest.IngestConfig;
import newswire.ingest.push.PushServer;
import newswire.ingest.push.PushToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes articles over HTTP. */
@Command(
    name = "push",
    description = {
      "Takes articles over HTTP on the loopback address: POST /v1/articles, JSON rows or ninjs,",
      "single or NDJSON, with the bearer token of the token file. Runs until it is ended."
    },
    mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {

  static final int DEFAULT_PORT = 8087;
  private static final long TICK_MS = 60_000;

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Mixin private WebSubOptions webSub = new WebSubOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}); 0 takes a free one.")
  private int port = DEFAULT_PORT;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds the token; made with mode 0600 if missing (default: DIR/push-token).")
  private @Nullable Path tokenFile;

  @Override
  public Integer call() throws InterruptedException {
    Cluster cluster = options.cluster();
    Path file = tokenFile == null ? options.data().resolve("push-token") : tokenFile;
    IngestConfig config = cluster.ingest(webSub.ingest(options.settings(), options.data()), "push");
    try (Shutdown shutdown = Shutdown.install();
        PushServer server =
            PushServer.start(
                port, PushToken.in(file), config, cluster.topics(), Clock.systemUTC())) {
      System.err.println(
          "newswire: taking articles at http://127.0.0.1:"
              + server.port()
              + "/v1/articles, token in "
              + file);
      while (!shutdown.requestedWithin(TICK_MS)) {
        // Requests are served by the server's own threads.
      }
      return 0;
    } catch (IOException e) {
      throw Exit.failed("cannot take articles: " + e.getMessage());
    }
  }
}
