package newswire.app;

import java.util.concurrent.locks.LockSupport;
import newswire.enrich.Intake;

/** Takes what another takes, at most so many a second. Safe for many threads. */
final class Pace implements Intake {

  private final Intake all;
  private final long nanosEach;
  private long next;

  Pace(Intake all, Rate rate) {
    this.all = all;
    this.nanosEach = rate.nanosUntil(1);
  }

  @Override
  public boolean takes(String topic, int partition, long offset) {
    if (!all.takes(topic, partition, offset)) {
      return false;
    }
    if (nanosEach > 0) {
      LockSupport.parkNanos(turn() - System.nanoTime());
    }
    return true;
  }

  // What was not taken in time is not made up for.
  private synchronized long turn() {
    long now = System.nanoTime();
    long mine = Math.max(now, next);
    next = mine + nanosEach;
    return mine;
  }
}
