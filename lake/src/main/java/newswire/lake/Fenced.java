package newswire.lake;

/** Another process has stored records of a partition that we believed to be ours. */
final class Fenced extends Exception {

  private static final long serialVersionUID = 1L;

  Fenced(String message) {
    super(message);
  }
}
