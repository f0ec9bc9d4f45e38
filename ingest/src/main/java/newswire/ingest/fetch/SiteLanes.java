package newswire.ingest.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work that asks web sites: one piece at a time for each site, with a pause between two, and a
 * few sites at once. Waiting for a site takes no thread. Safe for many threads.
 */
final class SiteLanes implements AutoCloseable {

  private static final int MOST_LANES = 10_000;

  private final ScheduledThreadPoolExecutor threads;
  private final Map<String, Lane> lanes = new HashMap<>();

  /**
   * @param parallel most sites asked at once
   */
  SiteLanes(int parallel) {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ScheduledThreadPoolExecutor(
            parallel,
            work -> {
              Thread thread = new Thread(work, "fetch-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.setRemoveOnCancelPolicy(true);
  }

  /**
   * Runs {@code work} when it is the site's turn; must not throw.
   *
   * @param delay least time between the starts of two pieces of work for the site
   */
  synchronized void submit(String site, Duration delay, Runnable work) {
    if (lanes.size() >= MOST_LANES) {
      lanes.values().removeIf(lane -> lane.isForgettable(System.nanoTime()));
    }
    Lane lane = lanes.computeIfAbsent(site, s -> new Lane(System.nanoTime()));
    lane.waiting.add(new Turn(delay.toNanos(), work));
    if (!lane.busy) {
      next(lane);
    }
  }

  private synchronized void next(Lane lane) {
    Turn turn = lane.waiting.poll();
    lane.busy = turn != null && !threads.isShutdown();
    if (turn == null || !lane.busy) {
      return;
    }
    long now = System.nanoTime();
    long start = lane.started ? Math.max(now, lane.lastStart + turn.delay()) : now;
    lane.lastDelay = turn.delay();
    threads.schedule(() -> run(lane, turn.work()), start - now, TimeUnit.NANOSECONDS);
  }

  private void run(Lane lane, Runnable work) {
    synchronized (this) {
      lane.lastStart = System.nanoTime();
      lane.started = true;
    }
    try {
      work.run();
    } finally {
      next(lane);
    }
  }

  /** Interrupts what runs and forgets what waits. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private record Turn(long delay, Runnable work) {}

  private static final class Lane {
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private long lastStart;
    private long lastDelay;
    private boolean started;
    private boolean busy;

    Lane(long now) {
      lastStart = now;
    }

    boolean isForgettable(long now) {
      return !busy && waiting.isEmpty() && now - lastStart > lastDelay;
    }
  }
}
