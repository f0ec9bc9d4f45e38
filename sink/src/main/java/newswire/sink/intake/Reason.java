package newswire.sink.intake;

import org.jspecify.annotations.Nullable;

/**
 * What an exception says to a person. Only its root cause is asked: the driver's own messages quote
 * the statement, and with it the text of every article in the batch.
 */
public final class Reason {

  private Reason() {}

  /** One line. */
  public static String sentence(Throwable failure) {
    String message = null;
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      message = at.getMessage() == null ? message : at.getMessage();
    }
    String said = message == null ? root(failure).getClass().getSimpleName() : message;
    return said.lines().findFirst().orElse(said).strip();
  }

  /** Class and message. */
  public static String exception(Throwable failure) {
    return root(failure).getClass().getName() + ": " + sentence(failure);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      root = at;
    }
    return root;
  }
}
