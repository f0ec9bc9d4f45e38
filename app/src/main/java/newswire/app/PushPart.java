package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import newswire.ingest.push.PushServer;
import newswire.ingest.push.PushToken;
import org.jspecify.annotations.Nullable;

/** The push server of {@code newswire up}, which is there for the hubs. */
record PushPart(@Nullable PushServer server) implements AutoCloseable {

  static PushPart start(Cluster cluster, Path data, Map<String, String> ingest, int port) {
    if (!WebSubOptions.isOn(ingest)) {
      return new PushPart(null);
    }
    try {
      PushServer server =
          PushServer.start(
              port,
              PushToken.in(data.resolve("push-token")),
              cluster.ingest(ingest, "push"),
              cluster.topics(),
              Clock.systemUTC());
      Progress.step("hubs may call at http://127.0.0.1:" + server.port());
      return new PushPart(server);
    } catch (IOException e) {
      throw Exit.failed("cannot listen for hubs on port " + port + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
