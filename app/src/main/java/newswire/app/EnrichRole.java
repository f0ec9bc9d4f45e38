package newswire.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import newswire.enrich.Enrichment;
import org.apache.kafka.streams.KafkaStreams;

/** Enrichment as a process. */
record EnrichRole(Enrichment enrichment) implements Role {

  @Override
  public void start() {
    enrichment.start();
  }

  @Override
  public boolean isReady() {
    return enrichment.running();
  }

  @Override
  public String trouble() {
    return enrichment.troubles().entrySet().stream()
        .filter(trouble -> !trouble.getValue().isEmpty())
        .map(trouble -> trouble.getKey() + " " + trouble.getValue())
        .collect(Collectors.joining("; "));
  }

  @Override
  public Optional<String> failure() {
    return enrichment.states().entrySet().stream()
        .filter(state -> state.getValue().equals(KafkaStreams.State.ERROR.name()))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(id -> id + " has ended; the log says why");
  }

  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public String done() {
    return enrichment.states().entrySet().stream()
        .map(state -> state.getKey() + " " + state.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    enrichment
        .applicationIds()
        .forEach(
            id ->
                Gauge.builder("newswire.enrich.running", enrichment, e -> running(e, id))
                    .description(
                        "Whether the application has its partitions and processes records.")
                    .tag("application", id)
                    .register(registry));
  }

  private static int running(Enrichment enrichment, String id) {
    return KafkaStreams.State.RUNNING.name().equals(enrichment.states().get(id)) ? 1 : 0;
  }

  @Override
  public void close() {
    enrichment.close();
  }
}
