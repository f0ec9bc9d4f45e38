package newswire.ingest;

/** Why a file is no list of feeds, in words for a person. */
public final class UnreadableOpml extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableOpml(String reason) {
    super(reason);
  }
}
