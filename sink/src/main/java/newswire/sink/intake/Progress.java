package newswire.sink.intake;

import java.time.Duration;
import newswire.sink.SinkHealth;
import newswire.sink.SinkHealth.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the sink's health, for any thread to see; written by the sink's thread only. */
public final class Progress {

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final int MOST_DOUBLINGS = 16;

  private final Duration longestPause;
  private volatile SinkHealth health = new SinkHealth(State.STARTING, "", 0, 0, 0);
  private int failures;

  /** Waits at most {@code longestPause} between two tries. */
  public Progress(Duration longestPause) {
    this.longestPause = longestPause;
  }

  public SinkHealth health() {
    return health;
  }

  public boolean isWaiting() {
    return health.state() == State.WAITING;
  }

  public void running() {
    if (isWaiting()) {
      LOG.info("goes on");
    }
    become(State.RUNNING, "");
  }

  /** Counts records of a committed transaction. */
  public void stored(long records) {
    failures = 0;
    SinkHealth h = health;
    health =
        new SinkHealth(h.state(), h.message(), h.stored() + records, h.deadLetters(), h.fenced());
  }

  /** Counts dead letters. */
  public void deadLetters(long total) {
    SinkHealth h = health;
    if (h.deadLetters() != total) {
      health = new SinkHealth(h.state(), h.message(), h.stored(), total, h.fenced());
    }
  }

  public void fenced(Exception reason) {
    LOG.warn("fenced: {}", reason.getMessage());
    SinkHealth h = health;
    health = new SinkHealth(h.state(), h.message(), h.stored(), h.deadLetters(), h.fenced() + 1);
  }

  /** Takes note of trouble and says how long to wait before the next try. */
  public Duration trouble(Exception trouble) {
    String sentence = Reason.sentence(trouble);
    if (!isWaiting()) {
      LOG.warn("waits: {}", sentence);
      LOG.debug("waits", trouble);
    }
    become(State.WAITING, sentence);
    long pause = FIRST_PAUSE_MILLIS << Math.min(failures++, MOST_DOUBLINGS);
    return Duration.ofMillis(Math.min(pause, longestPause.toMillis()));
  }

  public void failed(String reason) {
    become(State.FAILED, reason);
  }

  public void stopped() {
    become(State.STOPPED, "");
  }

  private void become(State state, String message) {
    SinkHealth h = health;
    health = new SinkHealth(state, message, h.stored(), h.deadLetters(), h.fenced());
  }
}
