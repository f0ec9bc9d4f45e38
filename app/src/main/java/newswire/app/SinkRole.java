package newswire.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;

/** A sink as a process. */
record SinkRole(Sink sink) implements Role {

  @Override
  public void start() {
    Thread thread = new Thread(sink, "sink");
    thread.setUncaughtExceptionHandler((t, e) -> {}); // its health says it
    thread.start();
  }

  @Override
  public boolean isReady() {
    return sink.health().ready();
  }

  @Override
  public String trouble() {
    SinkHealth health = sink.health();
    return health.state() == SinkHealth.State.WAITING ? health.message() : "";
  }

  @Override
  public Optional<String> failure() {
    SinkHealth health = sink.health();
    return health.state() == SinkHealth.State.FAILED
        ? Optional.of(health.message())
        : Optional.empty();
  }

  @Override
  public boolean isOver() {
    return sink.health().state() == SinkHealth.State.STOPPED;
  }

  @Override
  public String done() {
    SinkHealth health = sink.health();
    return health.stored() + " records stored, " + health.deadLetters() + " dead letters";
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counter(registry, "newswire.sink.stored", "Records stored.", SinkHealth::stored);
    counter(registry, "newswire.sink.dead.letters", "Records given up.", SinkHealth::deadLetters);
    counter(registry, "newswire.sink.fenced", "Partitions lost to others.", SinkHealth::fenced);
  }

  private void counter(
      MeterRegistry registry, String name, String help, ToDoubleFunction<SinkHealth> count) {
    FunctionCounter.builder(name, sink, s -> count.applyAsDouble(s.health()))
        .description(help)
        .register(registry);
  }

  @Override
  public void close() {
    sink.close();
  }
}
