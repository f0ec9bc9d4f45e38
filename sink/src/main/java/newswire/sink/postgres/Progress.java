package newswire.sink.postgres;

import java.time.Duration;
import newswire.sink.SinkHealth;
import newswire.sink.SinkHealth.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the sink's health, for any thread to see; written by the sink's thread only. */
final class Progress {

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final int MOST_DOUBLINGS = 16;

  private final Duration longestPause;
  private volatile SinkHealth health = new SinkHealth(State.STARTING, "", 0, 0, 0);
  private int failures;

  Progress(Duration longestPause) {
    this.longestPause = longestPause;
  }

  SinkHealth health() {
    return health;
  }

  boolean isWaiting() {
    return health.state() == State.WAITING;
  }

  void running() {
    if (isWaiting()) {
      LOG.info("goes on");
    }
    become(State.RUNNING, "");
  }

  /** Counts records of a committed transaction. */
  void stored(long records) {
    failures = 0;
    SinkHealth h = health;
    health =
        new SinkHealth(h.state(), h.message(), h.stored() + records, h.deadLetters(), h.fenced());
  }

  /** Counts dead letters. */
  void deadLetters(long total) {
    SinkHealth h = health;
    if (h.deadLetters() != total) {
      health = new SinkHealth(h.state(), h.message(), h.stored(), total, h.fenced());
    }
  }

  void fenced(Exception reason) {
    LOG.warn("fenced: {}", reason.getMessage());
    SinkHealth h = health;
    health = new SinkHealth(h.state(), h.message(), h.stored(), h.deadLetters(), h.fenced() + 1);
  }

  /** Takes note of trouble and says how long to wait before the next try. */
  Duration trouble(Exception trouble) {
    String sentence = Reason.sentence(trouble);
    if (!isWaiting()) {
      LOG.warn("waits: {}", sentence);
      LOG.debug("waits", trouble);
    }
    become(State.WAITING, sentence);
    long pause = FIRST_PAUSE_MILLIS << Math.min(failures++, MOST_DOUBLINGS);
    return Duration.ofMillis(Math.min(pause, longestPause.toMillis()));
  }

  void failed(String reason) {
    become(State.FAILED, reason);
  }

  void stopped() {
    become(State.STOPPED, "");
  }

  private void become(State state, String message) {
    SinkHealth h = health;
    health = new SinkHealth(state, message, h.stored(), h.deadLetters(), h.fenced());
  }
}
