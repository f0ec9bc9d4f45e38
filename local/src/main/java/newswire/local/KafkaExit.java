package newswire.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns Kafka's wish to end the JVM, as when its disk fails, into a failure that the platform
 * reports.
 */
final class KafkaExit {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaExit.class);

  /** Kafka does not say which broker wanted to end; with several in one JVM each is told. */
  private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

  private KafkaExit() {}

  static void listen(Consumer<String> listener) {
    LISTENERS.add(listener);
    Exit.setExitProcedure(KafkaExit::refuse);
    Exit.setHaltProcedure(KafkaExit::refuse);
  }

  static void forget(Consumer<String> listener) {
    LISTENERS.remove(listener);
  }

  private static void refuse(int status, @Nullable String message) {
    String failure =
        "Kafka stopped itself (status " + status + (message == null ? "" : ", " + message) + ")";
    IllegalStateException asked = new IllegalStateException(failure);
    LOG.error("{}; the process goes on without it", failure, asked);
    LISTENERS.forEach(listener -> listener.accept(failure));
    // Kafka's code takes for granted that this call does not return.
    throw asked;
  }
}
