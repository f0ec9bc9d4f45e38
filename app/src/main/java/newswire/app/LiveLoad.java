package newswire.app;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Whether the live pipeline has so much before it that others should wait. A part of it that does
 * not run is not waited for.
 */
final class LiveLoad {

  private final Admin admin;
  private final List<Backlog.Leg> legs;
  private final long most;
  private boolean behind;
  private long waiting;

  /**
   * Of these parts.
   *
   * @param most how much may wait; others go on when half of it is left
   */
  LiveLoad(Admin admin, List<Backlog.Leg> legs, long most) {
    this.admin = admin;
    this.legs = legs;
    this.most = most;
  }

  /** Looks again. */
  boolean isBehind() throws InterruptedException {
    List<Backlog.Leg> running = new ArrayList<>();
    for (Backlog.Leg leg : legs) {
      if (isRunning(admin, leg.group())) {
        running.add(leg);
      }
    }
    waiting = new Backlog(admin, running).lags().stream().mapToLong(Backlog.Lag::records).sum();
    behind = waiting > (behind ? most / 2 : most);
    return behind;
  }

  /** How much waited at the last look. */
  long waiting() {
    return waiting;
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
