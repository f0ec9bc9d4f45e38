package newswire.sink;

/** Why a sink cannot work, in one sentence for a person. */
public final class SinkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SinkException(String message, Throwable cause) {
    super(message, cause);
  }

  public SinkException(String message) {
    super(message);
  }
}
