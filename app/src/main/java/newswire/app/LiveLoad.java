package newswire.app;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Whether the live pipeline is so late that others should wait. A part of it that does not run is
 * not waited for.
 */
final class LiveLoad {

  private final Admin admin;
  private final List<Backlog.Leg> legs;
  private final Duration limit;
  private final Lateness lateness = new Lateness();
  private Duration late = Duration.ZERO;

  /**
   * Of these parts.
   *
   * @param limit how late live may be, all its parts together
   */
  LiveLoad(Admin admin, List<Backlog.Leg> legs, Duration limit) {
    this.admin = admin;
    this.legs = legs;
    this.limit = limit;
  }

  /** Looks again. */
  boolean isBehind() throws InterruptedException {
    List<Backlog.Leg> running = new ArrayList<>();
    for (Backlog.Leg leg : legs) {
      if (isRunning(admin, leg.group())) {
        running.add(leg);
      }
    }
    late = lateness.of(new Backlog(admin, running).lags(), System.nanoTime());
    return late.compareTo(limit) > 0;
  }

  /** How late live was at the last look. */
  Duration late() {
    return late;
  }

  /** Whether a consumer group has members. */
  static boolean isRunning(Admin admin, String group) throws InterruptedException {
    try {
      return !requireNonNull(
              admin.describeConsumerGroups(List.of(group)).describedGroups().get(group))
          .get()
          .members()
          .isEmpty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw new KafkaException("cannot read the consumer groups: " + e.getMessage(), e);
    }
  }
}
