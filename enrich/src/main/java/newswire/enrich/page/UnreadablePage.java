package newswire.enrich.page;

/** A raw article that gives neither a title nor text; the message says why in one sentence. */
public final class UnreadablePage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadablePage(String reason) {
    super(reason);
  }
}
