package newswire.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Hands on those of the hundreds of measures of Kafka's clients by which one sees whether a process
 * keeps up. Kafka makes one for each client.
 */
public final class KafkaMeasures implements MetricsReporter {

  private static final String TOTAL = "-total";

  // Prometheus wants the same tags on all measures of one name: hence none by topic.
  private static final Map<String, Set<String>> WANTED =
      Map.of(
          "consumer-fetch-manager-metrics",
          Set.of("records-consumed-total", "bytes-consumed-total", "records-lag-max"),
          "consumer-coordinator-metrics",
          Set.of("rebalance-total", "failed-rebalance-total", "assigned-partitions"),
          "producer-metrics",
          Set.of("record-send-total", "record-error-total", "record-retry-total"),
          "stream-metrics",
          Set.of("alive-stream-threads", "failed-stream-threads"),
          "stream-thread-metrics",
          Set.of("process-total", "commit-total", "commit-latency-avg", "process-latency-avg"));

  private final Map<MetricName, Meter> meters = new ConcurrentHashMap<>();

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public void init(List<KafkaMetric> metrics) {
    metrics.forEach(this::metricChange);
  }

  @Override
  public void metricChange(KafkaMetric metric) {
    MetricName name = metric.metricName();
    boolean wanted = WANTED.getOrDefault(name.group(), Set.of()).contains(name.name());
    if (wanted && !name.tags().containsKey("topic")) {
      meters.computeIfAbsent(name, each -> meter(each, metric));
    }
  }

  private static Meter meter(MetricName name, KafkaMetric metric) {
    String dotted =
        ("kafka." + name.group().replace("-metrics", "") + "." + name.name()).replace('-', '.');
    List<Tag> tags = name.tags().entrySet().stream().map(KafkaMeasures::tag).toList();
    return name.name().endsWith(TOTAL)
        ? FunctionCounter.builder(dotted, metric, KafkaMeasures::value)
            .tags(tags)
            .description(name.description())
            .register(Measures.registry())
        : Gauge.builder(dotted, metric, KafkaMeasures::value)
            .tags(tags)
            .description(name.description())
            .register(Measures.registry());
  }

  private static Tag tag(Map.Entry<String, String> tag) {
    return Tag.of(tag.getKey().replace('-', '.'), tag.getValue());
  }

  private static double value(KafkaMetric metric) {
    return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  @Override
  public void metricRemoval(KafkaMetric metric) {
    Meter meter = meters.remove(metric.metricName());
    if (meter != null) {
      Measures.registry().remove(meter);
    }
  }

  @Override
  public void close() {
    meters.values().forEach(meter -> Measures.registry().remove(meter));
    meters.clear();
  }
}
