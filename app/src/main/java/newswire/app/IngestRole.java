package newswire.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import newswire.ingest.IngestWorker;
import newswire.ingest.SourceHealth;

/** Asking sources as a process. */
record IngestRole(IngestWorker worker) implements Role {

  @Override
  public void start() {
    new Thread(worker, "ingest").start();
  }

  @Override
  public boolean isReady() {
    return worker.working();
  }

  @Override
  public String trouble() {
    return worker.trouble().orElse("");
  }

  @Override
  public Optional<String> failure() {
    return Optional.empty(); // it waits all trouble out
  }

  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public String done() {
    return articles() + " articles from " + worker.health().size() + " sources";
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("newswire.ingest.articles", this, IngestRole::articles)
        .description("Articles of the sources that are ours at present, ever.")
        .register(registry);
    Gauge.builder("newswire.ingest.sources", worker, w -> w.health().size())
        .description("Sources that are ours at present.")
        .register(registry);
    Gauge.builder("newswire.ingest.sources.failing", worker, IngestRole::failing)
        .description("Those of them whose last poll failed.")
        .register(registry);
  }

  private static long failing(IngestWorker worker) {
    return worker.health().stream().filter(source -> !source.lastError().isEmpty()).count();
  }

  private long articles() {
    return worker.health().stream().mapToLong(SourceHealth::articles).sum();
  }

  @Override
  public void close() {
    worker.close();
  }
}
