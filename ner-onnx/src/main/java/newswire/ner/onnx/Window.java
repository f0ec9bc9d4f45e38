package newswire.ner.onnx;

/** A part of a text as the network takes it. All arrays are as long as it has sub-tokens. */
final class Window {

  /** Stands in {@link #from} for a sub-token that no character of the text belongs to. */
  static final int NOWHERE = -1;

  /** The vocabulary's. */
  final long[] ids;

  /** Offset in the text, in UTF-16 units, of the first character. */
  final int[] from;

  /** Offset after the last character. */
  final int[] to;

  /** Whether a word starts here. */
  final boolean[] opens;

  Window(long[] ids) {
    this.ids = ids;
    this.from = new int[ids.length];
    this.to = new int[ids.length];
    this.opens = new boolean[ids.length];
  }

  int length() {
    return ids.length;
  }

  boolean isBlank() {
    for (int at : from) {
      if (at != NOWHERE) {
        return false;
      }
    }
    return true;
  }
}
