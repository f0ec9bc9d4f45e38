package newswire.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import newswire.app.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every process is told that is a part of the pipeline, and how one runs. */
final class RoleOptions {

  private static final long TICK_MS = 200;
  private static final int LAST_PORT = 65_535;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--http-host",
      paramLabel = "ADDRESS",
      description = "Address of the admin server (default: 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description = {
        "Port of the admin server with /livez, /readyz, /metrics and /version (default: chosen and",
        "told)."
      })
  private @Nullable Integer port;

  ClusterOptions clusterOptions() {
    return cluster;
  }

  /** The cluster, whose clients tell how they do at {@code /metrics}. */
  Cluster cluster() {
    return cluster.cluster().measured();
  }

  /** What is set, these options included. */
  Settings settings() {
    Map<String, String> own = new HashMap<>();
    if (host != null) {
      own.put(SettingKeys.HTTP_HOST, host);
    }
    if (port != null) {
      own.put(SettingKeys.HTTP_PORT, port.toString());
    }
    return cluster.settings(own);
  }

  /** Runs until the end is asked for; the exit code. */
  int run(Role role, String name) throws IOException, InterruptedException {
    Settings settings = settings();
    String address = settings.get(SettingKeys.HTTP_HOST);
    int wanted = port(settings);
    try (Shutdown shutdown = Shutdown.install();
        StatusServer http =
            StatusServer.start(address, wanted, Version.number(), role::isReady, Measures::scrape);
        role) {
      role.bindTo(Measures.registry());
      Progress.step(name + ", http://" + address + ":" + http.port() + "/readyz");
      role.start();
      watch(role, shutdown);
    } finally {
      Progress.step(role.done());
    }
    return 0;
  }

  private static int port(Settings settings) {
    String text = settings.get(SettingKeys.HTTP_PORT);
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told like any other that is no port
    }
    throw Exit.usage(SettingKeys.HTTP_PORT + " takes a number from 0 to 65535, not " + text);
  }

  private static void watch(Role role, Shutdown shutdown) throws InterruptedException {
    String told = "";
    while (!role.isOver() && !shutdown.requestedWithin(TICK_MS)) {
      role.failure()
          .ifPresent(
              failure -> {
                throw Exit.failed(failure);
              });
      String trouble = role.trouble();
      if (!trouble.equals(told) && !(trouble.isEmpty() && !role.isReady())) {
        told = trouble;
        Progress.step(trouble.isEmpty() ? "well again" : "waits: " + trouble);
      }
    }
  }
}
