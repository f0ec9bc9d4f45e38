package newswire.sink;

/**
 * Carries the articles, stories and withdrawals of Kafka into one store, each exactly once.
 *
 * <p>{@link #run} works until {@link #close} is called from any other thread. A store that is down
 * is waited for; what the store cannot hold goes to the dead letters.
 */
public interface Sink extends Runnable, AutoCloseable {

  /**
   * Works until closed.
   *
   * @throws SinkException if the sink cannot work and waiting would not help
   */
  @Override
  void run();

  /** How it is doing now; safe for any thread. */
  SinkHealth health();

  /** Ends the work after the transaction under way and returns when it has ended. */
  @Override
  void close();
}
