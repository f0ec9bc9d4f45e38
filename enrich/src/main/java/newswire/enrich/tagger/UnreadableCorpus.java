package newswire.enrich.tagger;

/** A file of tagged tokens that is not one; the message names place and mend. */
public final class UnreadableCorpus extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableCorpus(String message) {
    super(message);
  }
}
