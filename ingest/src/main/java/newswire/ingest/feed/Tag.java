package newswire.ingest.feed;

/**
 * A subject that a feed names.
 *
 * @param scheme the list that {@code term} is taken from; empty if not told
 * @param label for people to read; empty if there is none besides the term
 */
record Tag(String term, String scheme, String label) {

  String name() {
    return label.isEmpty() ? term : label;
  }
}
