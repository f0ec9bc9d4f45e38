package newswire.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every sink is told, and how one runs as a process of its own. */
final class SinkOptions {

  private static final String PASSWORD = "NEWSWIRE_SINK_PASSWORD";
  private static final long TICK_MS = 200;
  private static final int LAST_PORT = 65_535;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description = "Port on 127.0.0.1 of /livez, /readyz, /version (default: chosen and told).")
  private int httpPort;

  Cluster cluster() {
    return cluster.cluster();
  }

  /** The running {@code up}, if that is where the cluster is. */
  RunFile running() {
    return cluster.running();
  }

  boolean isRemote() {
    return cluster.isRemote();
  }

  /** From the environment: a command line can be read by every user of the machine. */
  static String password() {
    return System.getenv().getOrDefault(PASSWORD, "");
  }

  /** Makes a group begin at the start again; none of it may run. */
  static void forget(Cluster cluster, String group) throws InterruptedException {
    try (Admin admin = cluster.admin()) {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        throw Exit.failed(
            "--from-beginning: another process of the group " + group + " runs; end it first");
      }
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw Exit.failed("Kafka does not reset the group " + group + ": " + e.getMessage());
      }
    }
  }

  /** Runs until the end is asked for; the exit code. */
  int run(Sink sink, String name) throws IOException, InterruptedException {
    if (httpPort < 0 || httpPort > LAST_PORT) {
      throw Exit.usage("--http-port takes a number from 1 to 65535, not " + httpPort);
    }
    Thread thread = new Thread(sink, "sink");
    thread.setUncaughtExceptionHandler((t, e) -> {}); // its health says it
    try (Shutdown shutdown = Shutdown.install();
        StatusServer http =
            StatusServer.start(httpPort, Version.number(), () -> sink.health().ready());
        sink) {
      Progress.step(name + ", http://127.0.0.1:" + http.port() + "/readyz");
      thread.start();
      watch(sink, thread, shutdown);
    } finally {
      SinkHealth health = sink.health();
      Progress.step(health.stored() + " records stored, " + health.deadLetters() + " dead letters");
    }
    if (sink.health().state() == SinkHealth.State.FAILED) {
      throw Exit.failed(sink.health().message());
    }
    return 0;
  }

  private static void watch(Sink sink, Thread thread, Shutdown shutdown)
      throws InterruptedException {
    String told = "";
    while (thread.isAlive() && !shutdown.requestedWithin(TICK_MS)) {
      SinkHealth health = sink.health();
      boolean waits = health.state() == SinkHealth.State.WAITING;
      String trouble = waits ? health.message() : "";
      if (!trouble.equals(told) && (waits || health.ready())) {
        told = trouble;
        Progress.step(trouble.isEmpty() ? "well again" : "waits: " + trouble);
      }
    }
  }
}
