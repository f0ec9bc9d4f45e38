package newswire.app;

/** Lines for the person who watches. */
final class Progress {

  private Progress() {}

  /** One step of starting is done. */
  static void step(String line) {
    System.err.println("  " + line);
  }
}
