package newswire.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import newswire.app.demo.DemoWorld;
import newswire.ingest.SourceWriter;

/** The sample news world as a process: its sources and its withdrawal, written to a cluster. */
final class DemoRole implements Role {

  private final DemoWorld world;
  private final Cluster cluster;
  private volatile boolean ready;

  DemoRole(DemoWorld world, Cluster cluster) {
    this.world = world;
    this.cluster = cluster;
  }

  @Override
  public void start() {
    new SourceWriter(cluster.ingest("demo"), cluster.topics()).publish(DemoRun.sources(world));
    String id = DemoRun.id(world.withdrawn());
    if (!new TopicReader(cluster).latest(cluster.topics().withdrawals()).containsKey(id)) {
      try (Withdrawals withdrawals = new Withdrawals(cluster, Clock.systemUTC())) {
        withdrawals.kill(id, "withdrawn by its publisher", "newswire demo");
      }
    }
    ready = true;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public String trouble() {
    return "";
  }

  @Override
  public Optional<String> failure() {
    return Optional.empty();
  }

  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public String done() {
    return world.feeds().size() + " outlets, " + world.articles().size() + " articles";
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    // It serves, and measures nothing.
  }

  @Override
  public void close() {
    world.close();
  }
}
