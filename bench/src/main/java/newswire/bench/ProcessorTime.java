package newswire.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What the threads of this process have spent, by what they work for: a figure that others on the
 * machine disturb less than the time that passes.
 *
 * @param nanos by part; {@link #ALL} has all of the process, the collector included
 */
record ProcessorTime(Map<String, Long> nanos) {

  static final String ALL = "all";

  private static final String COMPILER = "compiler";
  private static final double NANOS_PER_MS = 1e6;

  private enum Part {
    PREPARE("newswire.prepare-", "StreamThread"),
    RELATE("newswire.relate-", "StreamThread"),
    ASSEMBLE("newswire.assemble-", "StreamThread"),
    SINK("sink", ""),
    PRODUCERS("kafka-producer-network-thread", ""),
    BROKER("data-plane-", "");

    private final String start;
    private final String middle;

    Part(String start, String middle) {
      this.start = start;
      this.middle = middle;
    }

    boolean has(String thread) {
      return thread.startsWith(start) && thread.contains(middle);
    }
  }

  static ProcessorTime now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, Long> nanos = new TreeMap<>();
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo thread = threads.getThreadInfo(id);
      long time = threads.getThreadCpuTime(id);
      if (thread == null || time < 0) {
        continue;
      }
      for (Part part : Part.values()) {
        if (part.has(thread.getThreadName())) {
          nanos.merge(part.name().toLowerCase(Locale.ROOT), time, Long::sum);
        }
      }
    }
    nanos.put(
        COMPILER,
        TimeUnit.MILLISECONDS.toNanos(
            ManagementFactory.getCompilationMXBean().getTotalCompilationTime()));
    nanos.put(
        ALL, ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    return new ProcessorTime(nanos);
  }

  /** Milliseconds of each part an article, since then. */
  String since(ProcessorTime then, double articles) {
    StringBuilder text = new StringBuilder("processor ms an article:");
    nanos.forEach(
        (part, time) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    " %s %.2f",
                    part,
                    (time - then.nanos.getOrDefault(part, 0L)) / NANOS_PER_MS / articles)));
    return text.toString();
  }
}
