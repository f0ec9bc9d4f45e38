package newswire.enrich.prepare;

/** What prepare takes in: what came from outside, or what a replay made of it. */
sealed interface Arrival permits Incoming, Promotion {

  /** The record it was read from, unchanged. */
  byte[] bytes();

  /** Of the source that brought it. */
  String sourceId();

  /** Its address; empty if it has none. */
  String url();
}
