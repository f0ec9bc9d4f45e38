package newswire.app;

/** Ends a command with one sentence for the user and an exit code. */
final class Exit extends RuntimeException {

  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int MISSING = 3;

  private static final long serialVersionUID = 1L;

  private final int code;

  private Exit(int code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** What was asked for did not succeed. */
  static Exit failed(String sentence) {
    return new Exit(FAILED, sentence);
  }

  /** What was asked for makes no sense. */
  static Exit usage(String sentence) {
    return new Exit(USAGE, sentence);
  }

  /** Something that the command needs is not there. */
  static Exit missing(String sentence) {
    return new Exit(MISSING, sentence);
  }

  int code() {
    return code;
  }
}
