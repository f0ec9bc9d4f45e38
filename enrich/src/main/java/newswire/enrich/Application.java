package newswire.enrich;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Kafka Streams application: a thread of it that dies is replaced, after a pause. */
final class Application implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);
  private static final long FIRST_PAUSE_MS = 500;
  private static final int LONGEST_PAUSE_DOUBLINGS = 4;
  private static final int TELL_AFTER = 3;
  private static final long STEADY_NANOS = 30_000_000_000L;

  private final String id;
  private final Topology topology;
  private final KafkaStreams streams;
  private final Duration closeTimeout;
  private final AtomicInteger deaths = new AtomicInteger();
  private volatile String trouble = "";
  private volatile long running;
  private final CountDownLatch closing = new CountDownLatch(1);

  Application(Topology topology, Properties settings, Duration closeTimeout) {
    this.id = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    this.topology = topology;
    this.closeTimeout = closeTimeout;
    this.streams = new KafkaStreams(topology, settings);
    streams.setUncaughtExceptionHandler(this::replaceThread);
    streams.setStateListener(this::changed);
  }

  void start() {
    streams.start();
  }

  /** Stops to process records, without leaving the group. */
  void pause() {
    streams.pause();
  }

  void resume() {
    streams.resume();
  }

  String id() {
    return id;
  }

  KafkaStreams.State state() {
    return streams.state();
  }

  /** Why its threads die one after the other; empty if they do not. */
  String trouble() {
    return trouble;
  }

  String describe() {
    return id + "\n" + topology.describe();
  }

  /** Leaves the group, so that the next start need not wait for the session to time out. */
  @Override
  public void close() {
    closing.countDown();
    boolean closed =
        streams.close(
            CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(closeTimeout));
    if (!closed) {
      LOG.warn("{} did not close within {}", id, closeTimeout);
    }
  }

  private void changed(KafkaStreams.State now, KafkaStreams.State before) {
    LOG.info("{} is {}", id, now);
    long time = System.nanoTime();
    // A thread that dies at every record runs for a moment in between.
    if (now == KafkaStreams.State.RUNNING) {
      running = time;
    } else if (before == KafkaStreams.State.RUNNING && time - running > STEADY_NANOS) {
      deaths.set(0);
      trouble = "";
    }
  }

  private static Throwable root(Throwable exception) {
    Throwable cause = exception.getCause();
    return cause == null || cause == exception ? exception : root(cause);
  }

  private StreamThreadExceptionResponse replaceThread(Throwable exception) {
    int before = deaths.getAndIncrement();
    int doublings = Math.min(before, LONGEST_PAUSE_DOUBLINGS);
    trouble = before < TELL_AFTER ? "" : "fails again and again: " + root(exception);
    long pause = FIRST_PAUSE_MS << doublings;
    LOG.error("a thread of {} failed and is replaced in {} ms", id, pause, exception);
    try {
      if (closing.await(pause, TimeUnit.MILLISECONDS)) {
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
