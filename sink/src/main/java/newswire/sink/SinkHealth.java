package newswire.sink;

/**
 * How a sink is doing.
 *
 * @param message one sentence for a person; empty while there is nothing to say
 * @param stored records in committed transactions since the start, superseded ones included
 * @param deadLetters records given up since the start
 * @param fenced how often another process had taken a partition over
 */
public record SinkHealth(State state, String message, long stored, long deadLetters, long fenced) {

  /** What a sink is doing. */
  public enum State {
    STARTING,
    RUNNING,
    /** For a store or a broker that is down; goes on by itself. */
    WAITING,
    STOPPED,
    /** Cannot work; the message says why. */
    FAILED
  }

  /** Whether records are being stored, or would be if there were any. */
  public boolean ready() {
    return state == State.RUNNING;
  }
}
