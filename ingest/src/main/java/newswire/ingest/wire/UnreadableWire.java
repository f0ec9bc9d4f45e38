package newswire.ingest.wire;

/** What came as a wire is none that can be read; the message says why. */
public final class UnreadableWire extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableWire(String reason) {
    super(reason);
  }

  UnreadableWire(String reason, Throwable cause) {
    super(reason, cause);
  }
}
